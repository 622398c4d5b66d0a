/** How many kilobytes are read at a time. */
export const config = {
  kilobytes: 0,
};
