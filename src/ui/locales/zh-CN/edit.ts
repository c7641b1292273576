/** Names of the steps of history. */
export const edit = {
  title: 'Edit',
};
