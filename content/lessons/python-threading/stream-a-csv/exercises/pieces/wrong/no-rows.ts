/** Rows in a piece, and pieces in memory at a time. */
export const config = {
  rows: 0,
  pieces: 4,
};
