export const config = {
  downloads: 1,
  sums: 1,
};
