/** Rows in a piece, and pieces in memory at a time. */
export const config = {
  rows: 1,
  pieces: 0,
};
