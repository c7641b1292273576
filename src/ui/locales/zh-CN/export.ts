/** The export screen. */
export const exporting = {
  title: 'Export',
};
