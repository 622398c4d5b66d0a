export const config = {
  askAfter: 10,
};
