/** How many workers each of the two pools has. */
export const config = {
  downloads: 11,
  sums: 4,
};
