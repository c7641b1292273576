/** The delay check: claps against clicks. */
import type { Texts } from '../texts';
export const calibrate: Texts['calibrate'] = {
  title: '遅れのチェック',
  stage: 'カメラの前のあなた',
  intro: '音に合わせて手をたたくか、両手を上げてください。最初の4回は合図、次の8回を測ります。',
  handsUnseen: '両手を見せてください',
  handsSeen: '手が見えています',
  start: '音を鳴らす',
  again: 'もう一度はかる',
  listen: 'まず聞いて',
  clap: '手拍子 {{count}} / {{total}}',
  found: '{{value}}ミリ秒',
  foundNext: '{{count}}回の手拍子から。ばらつき{{spread}}ミリ秒。',
  tooFew: '手拍子があまり見えませんでした',
  tooFewNext: '両手が入るまで下がって、大きくたたいてください。',
  unsteady: '手拍子が音に合いませんでした',
  unsteadyNext: 'もう一度。4回聞いてから、合わせてたたきましょう。',
  keep: 'これにする',
  current: '現在：{{value}}ミリ秒',
  leave: 'やめる',
  byHand: '手で決める',
};
