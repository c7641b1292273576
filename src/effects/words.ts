/** The everyday names that sliders share, so that a person learns them once and a translator writes them once. */
import type { LocalizedText } from '../core/locale';

const text = (en: string, tw: string, cn: string, ja: string, th: string): LocalizedText => ({
  en,
  'zh-TW': tw,
  'zh-CN': cn,
  ja,
  th,
});

export const WORDS = {
  intensity: text('Intensity', '強度', '强度', '強さ', 'ความแรง'),
  size: text('Size', '大小', '大小', '大きさ', 'ขนาด'),
  speed: text('Speed', '速度', '速度', '速さ', 'ความเร็ว'),
  blur: text('Blur', '模糊', '模糊', 'ぼかし', 'ความเบลอ'),
  glow: text('Glow', '光暈', '光晕', 'グロー', 'แสงเรือง'),
  color: text('Colour', '顏色', '颜色', '色', 'สี'),
  secondColor: text('Second colour', '第二種顏色', '第二种颜色', '二つ目の色', 'สีที่สอง'),
  softness: text('Softness', '柔和度', '柔和度', 'やわらかさ', 'ความนุ่ม'),
  angle: text('Angle', '角度', '角度', '角度', 'มุม'),
  zoom: text('Zoom', '縮放', '缩放', 'ズーム', 'ซูม'),
  style: text('Style', '風格', '风格', 'スタイル', 'สไตล์'),
  dim: text('Dim', '變暗', '变暗', '暗さ', 'ทำให้มืด'),
  length: text('Length', '長度', '长度', '長さ', 'ความยาว'),
  width: text('Width', '粗細', '粗细', '太さ', 'ความหนา'),
  spread: text('Spread', '擴散', '扩散', '広がり', 'การกระจาย'),
  edge: text('Edge', '邊緣', '边缘', 'ふち', 'ขอบ'),
  center: text('Centre', '中心', '中心', '中心', 'จุดกลาง'),
} as const;
