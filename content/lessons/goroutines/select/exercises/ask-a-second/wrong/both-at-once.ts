export const config = {
  askAfter: 0,
};
