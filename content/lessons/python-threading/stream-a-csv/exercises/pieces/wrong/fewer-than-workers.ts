export const config = {
  rows: 20,
  pieces: 3,
};
