export const config = {
  rowsPerTurn: 1,
};
