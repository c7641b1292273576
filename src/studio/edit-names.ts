/** Names of the steps of history: translation keys. */
export const EDIT_NAMES = {
  rename: 'edit.rename',
  trim: 'edit.trim',
  split: 'edit.split',
  delete: 'edit.delete',
  duplicate: 'edit.duplicate',
  move: 'edit.move',
  changeClip: 'edit.change-clip',
  addClip: 'edit.add-clip',
  addEffect: 'edit.add-effect',
  changeEffect: 'edit.change-effect',
  reorderEffect: 'edit.reorder-effect',
  applyLook: 'edit.apply-look',
  addText: 'edit.add-text',
  changeText: 'edit.change-text',
  setMusic: 'edit.set-music',
  changeMusic: 'edit.change-music',
} as const;
