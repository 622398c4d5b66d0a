export const config = {
  kilobytes: 4,
};
