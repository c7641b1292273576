/** The delay check: claps against clicks. */
import type { Texts } from '../texts';
export const calibrate: Texts['calibrate'] = {
  title: '延遲測試',
  stage: '鏡頭前的你',
  intro: '跟著每一聲拍手，或把雙手舉高。前四聲定速度，後八聲測量。',
  handsUnseen: '讓我們看到雙手',
  handsSeen: '看到雙手了',
  start: '開始',
  again: '再測一次',
  listen: '先聽',
  clap: '拍手：{{count}} / {{total}}',
  found: '{{value}} 毫秒',
  foundNext: '由 {{count}} 次拍手測得，穩定在 {{spread}} 毫秒內。',
  tooFew: '看到的拍手太少',
  tooFewNext: '退後一點讓雙手都在畫面裡，動作大一點。',
  unsteady: '拍手沒有對上聲音',
  unsteadyNext: '再一次：先聽四聲，再跟著拍。',
  keep: '保留',
  current: '目前：{{value}} 毫秒',
  leave: '離開',
  byHand: '自己設定',
};
