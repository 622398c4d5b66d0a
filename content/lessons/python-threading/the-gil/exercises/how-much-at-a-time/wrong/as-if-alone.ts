export const config = {
  kilobytes: 36,
};
