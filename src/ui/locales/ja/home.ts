/** 日本語：ホーム */
import type { Texts } from '../texts';

export const home: Texts['home'] = {
  title: 'Fifteen',
  headline: '15秒、あなたの番。',
  intro: '踊る、光らせる、切る、届ける。すべてこの端末の中だけで。',
  createHint: 'カメラ、エフェクト、音楽',
  danceHint: '動きを合わせてスコアを出す',
  challenges: 'チャレンジ',
  drafts: '作りかけ',
  takes: '最近の録画',
  all: 'すべて見る',
  emptyTitle: '最初の一本がここに並びます',
  emptyNext: '撮る、踊る、または動画を持ってくる。',
  openDraft: '{{name}} を開く',
  openTake: '{{name}} を動画にする',
  openResult: '{{name}} の結果を見る',
  recovered: '閉じたタブから救出',
  score: '{{score}}点',
  nextSeries: '次は{{series}}。「{{before}}」をあと{{count}}つ、星2つで。',
};
