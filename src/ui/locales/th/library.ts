/** The library screen. */
export const library = {
  title: 'Library',
};
