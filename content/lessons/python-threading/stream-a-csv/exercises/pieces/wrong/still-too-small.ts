export const config = {
  rows: 4,
  pieces: 20,
};
