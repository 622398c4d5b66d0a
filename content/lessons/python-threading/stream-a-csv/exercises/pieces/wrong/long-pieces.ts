export const config = {
  rows: 16,
  pieces: 5,
};
