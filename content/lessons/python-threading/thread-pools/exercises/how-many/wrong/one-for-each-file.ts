export const config = {
  downloads: 11,
  sums: 1,
};
