/** 繁體中文：錯誤與下一步 */
import type { Texts } from '../texts';

export const errors: Texts['error'] = {
  'camera-denied': { title: '沒有相機權限', next: '點網址列的鎖頭允許相機，或先不用相機繼續。' },
  'camera-missing': { title: '找不到相機', next: '接上相機再試一次，或先不用相機繼續。' },
  'camera-busy': { title: '相機正被其他程式使用', next: '關掉那個程式或分頁，再試一次。' },
  'camera-lost': { title: '相機斷線了', next: '在那之前錄的都有保留。檢查一下線，再試一次。' },
  'camera-unsupported': {
    title: '這個瀏覽器在這裡無法開啟相機',
    next: '請用新版瀏覽器並透過 https 開啟，或先不用相機繼續。',
  },
  'microphone-denied': { title: '沒有麥克風權限', next: '點網址列的鎖頭允許麥克風，或不收音直接錄。' },
  'microphone-missing': { title: '找不到麥克風', next: '接上麥克風，或不收音直接錄。' },
  'recorder-failed': { title: '錄影中斷了', next: '在那之前錄的都在作品庫裡。再試一次吧。' },
  'file-empty': { title: '這個檔案是空的', next: '可能還沒複製完，請重新選一次。' },
  'file-unreadable': { title: '無法讀取這個檔案', next: '先把它存到這台裝置，再選一次。' },
  'file-not-media': {
    title: '這不是影片也不是歌曲',
    next: '請選 MP4、MOV、WebM 影片，或 MP3、M4A、WAV、OGG 歌曲。',
  },
  'file-no-picture': { title: '這個檔案只有聲音沒有畫面', next: '請選影片，或把它當音樂加入。' },
  'codec-unsupported': {
    title: '這個瀏覽器播不了這種影片',
    next: '請把影片存成 H.264（iPhone 選「最相容」）再試一次。',
  },
  'file-too-long': { title: '這段影片太長了', next: '先剪短一點，再匯入。' },
  'file-too-large': { title: '這個檔案太大了', next: '請選短一點或小一點的影片。' },
  'file-corrupt': { title: '這個檔案損壞了', next: '請從原本的地方重新複製一份。' },
  'audio-undecodable': { title: '聲音讀不出來', next: '畫面沒問題。換一首音樂，或轉換聲音格式。' },
  'motion-unknown': {
    title: '這個動作檔用的是別種骨架',
    next: '需要這些關節：{{joints}}。請用常見的名稱匯出，例如 Mixamo。',
  },
  'nobody-dances': { title: '這裡沒有人在跳舞', next: '選一段有一個人完整入鏡、至少三秒的影片。' },
  'pose-model-missing': {
    title: '辨識身體的元件沒有載入',
    next: '連上網路重新整理一次，之後離線也能用。',
  },
  'pose-crashed': { title: '一時看不到你了', next: '它會自己重新啟動。若沒有，請在設定改用輕量模型。' },
  'webgl-missing': { title: '這個瀏覽器關閉了繪圖功能', next: '到瀏覽器設定開啟硬體加速，再重新整理。' },
  'gpu-lost': { title: '畫面暫停了一下', next: '它會自己恢復。若沒有，請重新整理：作品都存好了。' },
  'effect-invalid': { title: '這個特效無法使用', next: '已經先略過，請換一個。' },
  'shader-failed': { title: '這台裝置跑不動這個特效', next: '請關掉它，或換一個。' },
  'project-invalid': { title: '這個專案打不開', next: '素材都還在作品庫，可以用它們建立新專案。' },
  'project-too-new': { title: '這個專案是用較新的 Fifteen 做的', next: '更新 Fifteen 之後再打開。' },
  'challenge-invalid': { title: '這個挑戰讀不出來', next: '請換一個。' },
  'storage-full': { title: '裝置空間滿了', next: '刪掉用不到的素材或成品，再試一次。' },
  'storage-unavailable': {
    title: '這個視窗無法保存任何東西',
    next: '請離開無痕模式，或允許這個網站儲存資料。',
  },
  'storage-missing': { title: '這台裝置上已經沒有它了', next: '它被你或瀏覽器刪除了。到作品庫看看。' },
  'export-failed': { title: '影片沒有做成', next: '專案都還在。再試一次，或選小一點的尺寸。' },
  'export-empty': { title: '還沒有東西可以匯出', next: '先在專案裡加一段影片。' },
  'encoder-unsupported': {
    title: '這個瀏覽器做不出這種影片',
    next: '選小一點的尺寸，或改用新版 Chrome、Edge 或 Safari。',
  },
  'muxer-failed': { title: '畫面和聲音合不起來', next: '再試一次，專案都還在。' },
  'worker-crashed': { title: 'Fifteen 有個部分停住了', next: '再試一次。若又發生，請先關掉其他分頁。' },
  cancelled: { title: '已停止', next: '什麼都沒有改變。' },
  unexpected: { title: '出了點問題', next: '再試一次，你的作品都還在。' },
};
