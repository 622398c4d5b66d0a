/** When the second one is asked, in ms. */
export const config = {
  askAfter: 200,
};
