export const config = {
  rows: 12,
  pieces: 4,
};
