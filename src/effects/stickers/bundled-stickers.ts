/** The stickers that ship with the app; drawn for it. */
import type { LocalizedText } from '../../core/locale';
import type { ArtShape, StickerArt } from './sticker-art';

const INK = '#241a2e';
const HOT = '#ff4d5e';
const SUN = '#ffc53d';
const SKY = '#3fc7ff';
const LEAF = '#4bd18b';
const PLUM = '#a66bff';
const SNOW = '#ffffff';

const LINE = 4;

const name = (en: string, tw: string, cn: string, ja: string, th: string): LocalizedText => ({
  en,
  'zh-TW': tw,
  'zh-CN': cn,
  ja,
  th,
});

/** A filled shape with an inked edge. */
const inked = (path: string, fill: string): ArtShape => ({ path, fill, stroke: INK, width: LINE });
const line = (path: string, stroke = INK, width = LINE): ArtShape => ({ path, stroke, width });
const shine = (path: string): ArtShape => ({ path, stroke: SNOW, width: 5 });

/** A regular star as a path. */
function starPath(points: number, outer: number, inner: number, x = 50, y = 52): string {
  const corners = Array.from({ length: points * 2 }, (_, index) => {
    const radius = index % 2 === 0 ? outer : inner;
    const angle = (Math.PI * index) / points - Math.PI / 2;
    return `${(x + radius * Math.cos(angle)).toFixed(1)} ${(y + radius * Math.sin(angle)).toFixed(1)}`;
  });
  return `M${corners.join('L')}Z`;
}

const circle = (x: number, y: number, radius: number): string =>
  `M${x - radius} ${y}a${radius} ${radius} 0 1 0 ${2 * radius} 0a${radius} ${radius} 0 1 0 ${-2 * radius} 0Z`;

export const BUNDLED_STICKERS: readonly StickerArt[] = [
  {
    id: 'star',
    name: name('Star', '星星', '星星', '星', 'ดาว'),
    shapes: [inked(starPath(5, 40, 18), SUN), shine('M38 40L32 46')],
  },
  {
    id: 'heart',
    name: name('Heart', '愛心', '爱心', 'ハート', 'หัวใจ'),
    shapes: [
      inked('M50 86C18 64 10 46 12 34C15 16 38 12 50 30C62 12 85 16 88 34C90 46 82 64 50 86Z', HOT),
      shine('M24 40C24 32 29 27 35 26'),
    ],
  },
  {
    id: 'sparkle',
    name: name('Sparkle', '閃亮', '闪亮', 'きらめき', 'ประกาย'),
    shapes: [
      inked('M44 14C47 38 54 45 78 48C54 51 47 58 44 82C41 58 34 51 10 48C34 45 41 38 44 14Z', SUN),
      inked('M78 62C79 71 82 74 91 75C82 76 79 79 78 88C77 79 74 76 65 75C74 74 77 71 78 62Z', SNOW),
    ],
  },
  {
    id: 'flame',
    name: name('Flame', '火焰', '火焰', '炎', 'เปลวไฟ'),
    shapes: [
      inked(
        'M52 8C58 26 82 36 82 60C82 78 68 92 50 92C32 92 18 78 18 60C18 48 26 40 32 30C34 40 38 42 42 40C40 28 44 16 52 8Z',
        HOT,
      ),
      inked(
        'M52 46C54 56 66 60 66 72C66 82 59 88 50 88C41 88 34 82 34 72C34 64 40 60 42 54C45 58 50 56 52 46Z',
        SUN,
      ),
    ],
  },
  {
    id: 'lightning',
    name: name('Lightning', '閃電', '闪电', '稲妻', 'สายฟ้า'),
    shapes: [inked('M58 8L20 54H44L36 92L80 40H54Z', SUN), shine('M50 26L36 44')],
  },
  {
    id: 'crown',
    name: name('Crown', '皇冠', '皇冠', '王冠', 'มงกุฎ'),
    shapes: [
      inked('M12 30L30 50L50 20L70 50L88 30L80 80H20Z', SUN),
      inked(circle(50, 66, 6), HOT),
      inked(circle(31, 66, 4), SKY),
      inked(circle(69, 66, 4), SKY),
    ],
  },
  {
    id: 'note',
    name: name('Note', '音符', '音符', '音符', 'โน้ตดนตรี'),
    shapes: [
      inked('M36 22L80 12V62A13 10 0 1 1 70 52V30L46 35V74A13 10 0 1 1 36 64Z', PLUM),
      shine('M44 28L58 25'),
    ],
  },
  {
    id: 'disco',
    name: name('Disco ball', '迪斯可球', '迪斯科球', 'ミラーボール', 'ลูกบอลดิสโก้'),
    shapes: [
      line('M50 6V20', INK, 5),
      inked(circle(50, 56, 34), SKY),
      line('M18 46H82M18 66H82M50 22C34 40 34 72 50 90M50 22C66 40 66 72 50 90', SNOW, 3),
      shine('M30 40C33 35 37 32 41 31'),
    ],
  },
  {
    id: 'shades',
    name: name('Shades', '墨鏡', '墨镜', 'サングラス', 'แว่นกันแดด'),
    shapes: [
      inked(
        'M6 34H94L90 44C89 60 80 68 70 68C60 68 54 60 53 48H47C46 60 40 68 30 68C20 68 11 60 10 44Z',
        INK,
      ),
      { path: 'M18 42H40C39 54 35 60 29 60C23 60 19 52 18 42Z', fill: HOT },
      { path: 'M60 42H82C81 52 77 60 71 60C65 60 61 54 60 42Z', fill: HOT },
      shine('M24 46L29 54'),
      shine('M66 46L71 54'),
    ],
  },
  {
    id: 'headphones',
    name: name('Headphones', '耳機', '耳机', 'ヘッドホン', 'หูฟัง'),
    shapes: [
      line('M18 60V52C18 30 32 16 50 16C68 16 82 30 82 52V60', INK, 11),
      line('M18 60V52C18 30 32 16 50 16C68 16 82 30 82 52V60', LEAF, 4),
      inked('M12 54H28A4 4 0 0 1 32 58V82A4 4 0 0 1 28 86H22C14 86 10 78 10 70Z', LEAF),
      inked('M88 54H72A4 4 0 0 0 68 58V82A4 4 0 0 0 72 86H78C86 86 90 78 90 70Z', LEAF),
    ],
  },
  {
    id: 'cat-ears',
    name: name('Cat ears', '貓耳', '猫耳', '猫耳', 'หูแมว'),
    shapes: [
      inked('M8 78L16 22L46 56Z', PLUM),
      inked('M92 78L84 22L54 56Z', PLUM),
      { path: 'M18 62L22 38L36 54Z', fill: HOT },
      { path: 'M82 62L78 38L64 54Z', fill: HOT },
      line('M10 78C30 62 70 62 90 78', INK, 7),
    ],
  },
  {
    id: 'halo',
    name: name('Halo', '光環', '光环', '天使の輪', 'วงแหวนนางฟ้า'),
    shapes: [
      line('M12 50A38 15 0 1 0 88 50A38 15 0 1 0 12 50Z', INK, 15),
      line('M12 50A38 15 0 1 0 88 50A38 15 0 1 0 12 50Z', SUN, 8),
      line('M20 44C30 38 44 36 54 36', SNOW, 3),
    ],
  },
  {
    id: 'arrow',
    name: name('Arrow', '箭頭', '箭头', '矢印', 'ลูกศร'),
    shapes: [
      inked('M50 92L18 56H36C36 40 30 28 16 18C44 18 62 34 64 56H82Z', HOT),
      shine('M46 32C52 40 54 48 54 58'),
    ],
  },
  {
    id: 'burst',
    name: name('Burst', '爆炸框', '爆炸框', 'バースト', 'ระเบิด'),
    shapes: [inked(starPath(12, 44, 31, 50, 50), HOT), inked(starPath(12, 31, 22, 50, 50), SUN)],
  },
  {
    id: 'bubble',
    name: name('Speech bubble', '對話框', '对话框', 'ふきだし', 'กรอบคำพูด'),
    shapes: [
      inked(
        'M50 14C74 14 92 28 92 46C92 64 74 78 50 78C46 78 42 78 38 77L18 90L22 70C13 64 8 56 8 46C8 28 26 14 50 14Z',
        SNOW,
      ),
      inked(circle(32, 46, 4), INK),
      inked(circle(50, 46, 4), INK),
      inked(circle(68, 46, 4), INK),
    ],
  },
  {
    id: 'smile',
    name: name('Smile', '笑臉', '笑脸', 'スマイル', 'ยิ้ม'),
    shapes: [
      inked(circle(50, 50, 40), SUN),
      inked('M28 56C32 80 68 80 72 56Z', HOT),
      line('M30 40C32 34 40 34 42 40M58 40C60 34 68 34 70 40', INK, 5),
    ],
  },
  {
    id: 'ring',
    name: name('Ring', '圓環', '圆环', 'リング', 'วงแหวน'),
    shapes: [
      line(circle(50, 50, 36), INK, 16),
      line(circle(50, 50, 36), SKY, 9),
      shine('M26 34C30 28 36 23 43 21'),
    ],
  },
  {
    id: 'cross',
    name: name('Cross', '叉叉', '叉叉', 'バツ', 'กากบาท'),
    shapes: [inked('M26 12L50 36L74 12L88 26L64 50L88 74L74 88L50 64L26 88L12 74L36 50L12 26Z', HOT)],
  },
  {
    id: 'tick',
    name: name('Tick', '打勾', '打勾', 'チェック', 'ถูกต้อง'),
    shapes: [inked('M14 54L30 40L44 54L74 16L90 30L46 86Z', LEAF)],
  },
  {
    id: 'flower',
    name: name('Flower', '花朵', '花朵', '花', 'ดอกไม้'),
    shapes: [
      ...[0, 1, 2, 3, 4].map((petal) => {
        const angle = (2 * Math.PI * petal) / 5 - Math.PI / 2;
        return inked(
          circle(Math.round(50 + 24 * Math.cos(angle)), Math.round(50 + 24 * Math.sin(angle)), 17),
          HOT,
        );
      }),
      inked(circle(50, 50, 13), SUN),
    ],
  },
  {
    id: 'wave',
    name: name('Motion lines', '動感線', '动感线', 'スピード線', 'เส้นความเร็ว'),
    shapes: [
      line('M14 28C30 16 44 40 60 28C70 20 78 22 86 28', INK, 12),
      line('M14 52C30 40 44 64 60 52C70 44 78 46 86 52', INK, 12),
      line('M14 76C30 64 44 88 60 76C70 68 78 70 86 76', INK, 12),
      line('M14 28C30 16 44 40 60 28C70 20 78 22 86 28', SKY, 6),
      line('M14 52C30 40 44 64 60 52C70 44 78 46 86 52', LEAF, 6),
      line('M14 76C30 64 44 88 60 76C70 68 78 70 86 76', SUN, 6),
    ],
  },
  {
    id: 'trophy',
    name: name('Trophy', '獎盃', '奖杯', 'トロフィー', 'ถ้วยรางวัล'),
    shapes: [
      line('M28 24H14C14 42 20 50 34 50M72 24H86C86 42 80 50 66 50', INK, 8),
      inked('M26 14H74V38C74 54 64 64 50 64C36 64 26 54 26 38Z', SUN),
      inked('M44 62H56V76H68V88H32V76H44Z', SUN),
      shine('M36 24V38'),
    ],
  },
  {
    id: 'confetti',
    name: name('Confetti', '彩帶', '彩带', '紙吹雪', 'กระดาษสี'),
    shapes: [
      inked('M10 90L32 40L62 70Z', PLUM),
      line('M40 46C44 34 38 28 44 16M56 60C66 54 74 60 84 52M48 54C58 44 64 42 70 28', HOT, 5),
      inked(circle(60, 20, 5), SUN),
      inked(circle(84, 34, 5), SKY),
      inked(circle(78, 74, 5), LEAF),
      inked(circle(26, 22, 5), HOT),
    ],
  },
  {
    id: 'rec',
    name: name('Recording', '錄影中', '录像中', 'REC', 'กำลังบันทึก'),
    shapes: [
      inked(
        'M18 34H82A12 12 0 0 1 94 46V54A12 12 0 0 1 82 66H18A12 12 0 0 1 6 54V46A12 12 0 0 1 18 34Z',
        INK,
      ),
      { path: circle(26, 50, 9), fill: HOT },
      line(
        'M44 58V42H50A4.5 4.5 0 0 1 50 51H44M50 51L55 58M70 42H62V58H70M62 50H68M86 44C82 41 76 44 76 50C76 56 82 59 86 56',
        SNOW,
        3.5,
      ),
    ],
  },
];

const byId = new Map(BUNDLED_STICKERS.map((art) => [art.id, art]));

/** A bundled sticker by its id; undefined for one of another version. */
export function stickerById(id: string): StickerArt | undefined {
  return byId.get(id);
}
