export const config = {
  askAfter: 45,
};
