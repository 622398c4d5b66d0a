export const config = {
  rowsPerTurn: 100,
};
