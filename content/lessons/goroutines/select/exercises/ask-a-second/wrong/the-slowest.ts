export const config = {
  askAfter: 200,
};
