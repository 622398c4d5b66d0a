export const config = {
  workers: 10,
  room: 0,
};
