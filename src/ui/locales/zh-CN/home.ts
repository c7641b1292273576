/** 简体中文：首页 */
import type { Texts } from '../texts';

export const home: Texts['home'] = {
  title: 'Fifteen',
  headline: '十五秒，看你的。',
  intro: '跳舞、加光、剪辑、分享，一切都只留在这台设备上。',
  createHint: '摄像头、特效、音乐',
  danceHint: '跟上动作，拿下分数',
  challenges: '挑战',
  drafts: '你的草稿',
  takes: '最近拍的',
  all: '查看全部',
  emptyTitle: '你的第一段视频会出现在这里',
  emptyNext: '录一段、跳一段，或导入一段视频。',
  openDraft: '打开 {{name}}',
  openTake: '把 {{name}} 做成视频',
  openResult: '看 {{name}} 的成绩',
  recovered: '从关掉的标签页里找回来的',
  score: '{{score}} 分',
  nextSeries: '下一个：{{series}}。再完成 {{count}} 支“{{before}}”（两颗星）就会开放。',
};
