export const config = {
  downloads: 6,
  sums: 6,
};
