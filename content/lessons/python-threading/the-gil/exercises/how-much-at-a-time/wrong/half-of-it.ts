export const config = {
  kilobytes: 60,
};
