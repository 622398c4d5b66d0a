export const config = {
  downloads: 2,
  sums: 1,
};
