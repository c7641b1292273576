/** The delay check: claps against clicks. */
import type { Texts } from '../texts';
export const calibrate: Texts['calibrate'] = {
  title: '延迟测试',
  stage: '镜头前的你',
  intro: '跟着每一声拍手，或把双手举高。前四声定速度，后八声测量。',
  handsUnseen: '让我们看到双手',
  handsSeen: '看到双手了',
  start: '开始',
  again: '再测一次',
  listen: '先听',
  clap: '拍手：{{count}} / {{total}}',
  found: '{{value}} 毫秒',
  foundNext: '由 {{count}} 次拍手测得，稳定在 {{spread}} 毫秒内。',
  tooFew: '看到的拍手太少',
  tooFewNext: '退后一点让双手都在画面里，动作大一点。',
  unsteady: '拍手没有对上声音',
  unsteadyNext: '再一次：先听四声，再跟着拍。',
  keep: '保留',
  current: '目前：{{value}} 毫秒',
  leave: '离开',
  byHand: '自己设置',
};
