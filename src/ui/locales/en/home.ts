/** Home: the two acts, drafts, takes, challenges. */
export const home = {
  title: 'Fifteen',
  headline: 'Fifteen seconds. Your move.',
  intro: 'Dance, light it up, cut it, post it. Nothing leaves this device.',
  createHint: 'Camera, effects, music',
  danceHint: 'Match the moves, get a score',
  challenges: 'Challenges',
  drafts: 'Your drafts',
  takes: 'Recent takes',
  all: 'See all',
  emptyTitle: 'Your first take will wait here',
  emptyNext: 'Record one, dance one, or bring a clip along.',
  openDraft: 'Open {{name}}',
  openTake: 'Make a film of {{name}}',
  openResult: 'See the result of {{name}}',
  recovered: 'Saved from a closed tab',
  score: '{{score}} points',
};
