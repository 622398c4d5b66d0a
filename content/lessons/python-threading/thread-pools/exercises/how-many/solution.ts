/** How many workers each of the two pools has. */
export const config = {
  downloads: 3,
  sums: 1,
};
