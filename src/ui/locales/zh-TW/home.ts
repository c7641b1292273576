/** 繁體中文：首頁 */
import type { Texts } from '../texts';

export const home: Texts['home'] = {
  title: 'Fifteen',
  headline: '十五秒，換你上場。',
  intro: '跳舞、加光、剪輯、分享，一切都只留在這台裝置上。',
  createHint: '相機、特效、音樂',
  danceHint: '跟上動作，拿下分數',
  challenges: '挑戰',
  drafts: '你的草稿',
  takes: '最近拍的',
  all: '看全部',
  emptyTitle: '你的第一支影片會出現在這裡',
  emptyNext: '錄一段、跳一段，或帶一段影片進來。',
  openDraft: '打開 {{name}}',
  openTake: '把 {{name}} 做成影片',
  openResult: '看 {{name}} 的成績',
  recovered: '從關掉的分頁救回來的',
  score: '{{score}} 分',
  nextSeries: '下一個：{{series}}。再完成 {{count}} 支「{{before}}」（兩顆星）就會開放。',
};
