/** Rows that are computed between two pauses. */
export const config = {
  rowsPerTurn: 0,
};
