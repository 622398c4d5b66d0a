/** How many upload, and how many photos may wait. */
export const config = {
  workers: 4,
  room: 6,
};
