export const config = {
  rows: 1,
  pieces: 80,
};
