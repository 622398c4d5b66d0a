export const config = {
  rows: 20,
  pieces: 8,
};
