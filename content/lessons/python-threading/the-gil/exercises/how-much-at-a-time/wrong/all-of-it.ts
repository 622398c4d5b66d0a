export const config = {
  kilobytes: 120,
};
