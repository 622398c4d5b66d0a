export const config = {
  workers: 4,
  room: 6,
};
