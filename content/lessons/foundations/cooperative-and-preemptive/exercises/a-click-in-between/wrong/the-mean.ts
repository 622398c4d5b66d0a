export const config = {
  rowsPerTurn: 25,
};
