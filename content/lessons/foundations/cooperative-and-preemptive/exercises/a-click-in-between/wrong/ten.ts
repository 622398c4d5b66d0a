export const config = {
  rowsPerTurn: 10,
};
