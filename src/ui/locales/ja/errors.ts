/** 日本語：エラーと次の一歩 */
import type { Texts } from '../texts';

export const errors: Texts['error'] = {
  'camera-denied': {
    title: 'カメラが許可されていません',
    next: 'アドレスバーの鍵マークから許可するか、カメラなしで続けてください。',
  },
  'camera-missing': {
    title: 'カメラが見つかりません',
    next: 'つないでもう一度試すか、カメラなしで続けてください。',
  },
  'camera-busy': {
    title: 'ほかのアプリがカメラを使っています',
    next: 'そのアプリかタブを閉じて、もう一度試してください。',
  },
  'camera-lost': {
    title: 'カメラの接続が切れました',
    next: 'そこまでの録画は残っています。接続を確かめて、もう一度どうぞ。',
  },
  'camera-unsupported': {
    title: 'このブラウザではカメラを開けません',
    next: '新しいブラウザで https から開くか、カメラなしで続けてください。',
  },
  'microphone-denied': {
    title: 'マイクが許可されていません',
    next: 'アドレスバーの鍵マークから許可するか、マイクなしで録画してください。',
  },
  'microphone-missing': {
    title: 'マイクが見つかりません',
    next: 'つなぐか、マイクなしで録画してください。',
  },
  'recorder-failed': {
    title: '録画が止まりました',
    next: 'そこまでの分はライブラリにあります。もう一度どうぞ。',
  },
  'file-empty': {
    title: 'このファイルは空です',
    next: 'コピーが終わっていないかもしれません。選び直してください。',
  },
  'file-unreadable': {
    title: 'このファイルを読めません',
    next: 'いったんこの端末に保存してから、選び直してください。',
  },
  'file-not-media': {
    title: '動画でも曲でもありません',
    next: '動画は MP4・MOV・WebM、曲は MP3・M4A・WAV・OGG を選んでください。',
  },
  'file-no-picture': {
    title: '音だけで映像がありません',
    next: '動画を選ぶか、音楽として追加してください。',
  },
  'codec-unsupported': {
    title: 'このブラウザでは再生できない形式です',
    next: 'H.264（iPhone では「互換性優先」）で保存して、もう一度試してください。',
  },
  'file-too-long': { title: '動画が長すぎます', next: '短く切ってから読み込んでください。' },
  'file-too-large': { title: 'ファイルが大きすぎます', next: '短いか小さい動画を選んでください。' },
  'file-corrupt': { title: 'ファイルが壊れています', next: '元の場所からもう一度コピーしてください。' },
  'audio-undecodable': {
    title: '音を読み取れません',
    next: '映像は使えます。別の曲にするか、音の形式を変えてください。',
  },
  'motion-unknown': {
    title: '知らない骨格のモーションファイルです',
    next: '必要な関節：{{joints}}。Mixamo など一般的な名前で書き出してください。',
  },
  'nobody-dances': {
    title: '踊っている人が見つかりません',
    next: '1人の全身が3秒以上映っている動画を選んでください。',
  },
  'pose-model-missing': {
    title: '体を見る部品を読み込めませんでした',
    next: '一度ネットにつないで再読み込みしてください。その後はオフラインでも動きます。',
  },
  'pose-crashed': {
    title: '一瞬あなたを見失いました',
    next: '自動で再開します。だめなら設定で「軽い」モデルを選んでください。',
  },
  'webgl-missing': {
    title: 'ブラウザの描画機能がオフです',
    next: 'ブラウザの設定でハードウェアアクセラレーションをオンにし、再読み込みしてください。',
  },
  'gpu-lost': {
    title: '描画が一瞬止まりました',
    next: '自動で再開します。だめなら再読み込みを。作品は保存されています。',
  },
  'effect-invalid': {
    title: 'このエフェクトは使えません',
    next: '外しておきました。別のものを選んでください。',
  },
  'effect-unreadable': {
    title: 'このファイルはエフェクトとして使えません',
    next: '下の理由をご覧ください。作品は変わっていません。',
  },
  'effect-too-slow': {
    title: 'このエフェクトはこの端末には重すぎます',
    next: '止まらないように外しました。もっと軽いものを試してください。',
  },
  'captions-invalid': {
    title: 'このファイルに字幕はありません',
    next: '時間のついた .srt か .lrc を選んでください。',
  },
  'look-invalid': {
    title: 'ルックのファイルではありません',
    next: 'Fifteenから共有された .fifteen-look を開いてください。',
  },
  'shader-failed': {
    title: 'この端末では動かないエフェクトです',
    next: 'オフにするか、別のものを選んでください。',
  },
  'project-invalid': {
    title: 'このプロジェクトを開けません',
    next: '素材はライブラリにあります。そこから新しく作れます。',
  },
  'project-too-new': {
    title: '新しい Fifteen で作られたプロジェクトです',
    next: 'Fifteen を更新してから開いてください。',
  },
  'challenge-invalid': { title: 'このチャレンジを読めません', next: '別のものを選んでください。' },
  'storage-full': {
    title: '端末の空きがありません',
    next: '使わない素材や書き出しを削除して、もう一度試してください。',
  },
  'storage-unavailable': {
    title: 'このウィンドウには保存できません',
    next: 'プライベートブラウズをやめるか、このサイトの保存を許可してください。',
  },
  'storage-missing': {
    title: 'もうこの端末にありません',
    next: 'あなたかブラウザが削除しました。ライブラリを見てみてください。',
  },
  'export-failed': {
    title: '動画を作れませんでした',
    next: 'プロジェクトは無事です。もう一度試すか、小さいサイズにしてください。',
  },
  'export-empty': { title: 'まだ書き出すものがありません', next: 'まずクリップを追加してください。' },
  'encoder-unsupported': {
    title: 'このブラウザではこの動画を作れません',
    next: '小さいサイズにするか、新しい Chrome・Edge・Safari を使ってください。',
  },
  'muxer-failed': {
    title: '映像と音を合わせられませんでした',
    next: 'もう一度試してください。プロジェクトは無事です。',
  },
  'worker-crashed': {
    title: 'Fifteen の一部が止まりました',
    next: 'もう一度試してください。続くときは、ほかのタブを閉じてください。',
  },
  cancelled: { title: '止めました', next: '何も変わっていません。' },
  unexpected: { title: '問題が起きました', next: 'もう一度試してください。作品は無事です。' },
};
