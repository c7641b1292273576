/** The editor screen. */
export const editor = {
  title: 'Editor',
};
