export const config = {
  downloads: 3,
  sums: 4,
};
