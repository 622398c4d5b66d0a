export const config = {
  askAfter: 20,
};
