export const config = {
  kilobytes: 12,
};
