/** How many upload, and how many photos may wait. */
export const config = {
  workers: 6,
  room: 4,
};
