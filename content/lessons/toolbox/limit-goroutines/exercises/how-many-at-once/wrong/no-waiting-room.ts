export const config = {
  workers: 6,
  room: 0,
};
