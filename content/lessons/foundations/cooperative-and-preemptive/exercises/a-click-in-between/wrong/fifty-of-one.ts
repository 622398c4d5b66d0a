export const config = {
  rowsPerTurn: 50,
};
