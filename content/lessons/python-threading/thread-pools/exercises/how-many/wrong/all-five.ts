export const config = {
  downloads: 5,
  sums: 1,
};
