export const config = {
  rowsPerTurn: 240,
};
