export const config = {
  downloads: 4,
  sums: 1,
};
