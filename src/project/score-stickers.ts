/** Score stickers: what the judge said, as words on the stage. Ordinary texts, to be moved, changed and thrown away. */
import { frameDuration, toFlicks, type Flicks } from '../core/time';
import type { Judgement } from '../dance/judgement';
import type { TakeFacts } from './create-project';
import type { Project, TextItem } from './project';

/** What stickers say, in the person's language. */
export interface StickerWords {
  readonly judgements: Readonly<Record<Judgement, string>>;
  readonly combo: (count: number) => string;
  readonly score: (points: number) => string;
}

/** Seconds that a word stands. */
const SHOWN = 0.8;
/** Seconds that the score stands at the end. */
const FINAL = 2;
/** A combo is worth saying from here on, and then every so many moves. */
const FIRST_COMBO = 3;

/** As the dance screen shows them; told apart by word and outline, too. */
const LOOKS: Readonly<Record<Judgement, Pick<TextItem, 'color' | 'style'>>> = {
  perfect: { color: '#ffd166', style: 'outline' },
  great: { color: '#4fd5ff', style: 'outline' },
  good: { color: '#f8f2ea', style: 'outline' },
  miss: { color: '#b9b1a8', style: 'plain' },
};

/** The project with a word at each judgement, one for each long combo, and the score at the end. Misses are not rubbed in. */
export function addScoreStickers(
  project: Project,
  take: Pick<TakeFacts, 'verdict' | 'music' | 'duration'>,
  words: StickerWords,
): Project {
  if (take.verdict === null) return project;
  const songStart = take.music?.songStart ?? 0;
  const onFrame = (seconds: number): Flicks => {
    const frame = frameDuration(project.fps);
    return (Math.round(toFlicks(seconds) / frame) * frame) as Flicks;
  };
  const sticker = (
    id: string,
    at: number,
    seconds: number,
    looks: Pick<TextItem, 'text' | 'y' | 'lineHeight' | 'color' | 'style'>,
  ): TextItem => ({
    id,
    start: onFrame(Math.max(0, at)),
    duration: onFrame(Math.max(0, Math.min(seconds, take.duration - at))),
    x: 0.5,
    weight: 900,
    ...looks,
  });
  const items: TextItem[] = [];
  let combo = 0;
  for (const { move, end, judgement } of take.verdict.moves) {
    combo = judgement === 'perfect' || judgement === 'great' ? combo + 1 : 0;
    if (judgement === 'miss') continue;
    const at = end - songStart;
    items.push(
      sticker(`sticker-${move + 1}`, at, SHOWN, {
        text: words.judgements[judgement],
        y: 0.8,
        lineHeight: judgement === 'perfect' ? 0.06 : 0.048,
        ...LOOKS[judgement],
      }),
    );
    if (combo >= FIRST_COMBO && combo % FIRST_COMBO === 0) {
      items.push(
        sticker(`combo-${move + 1}`, at, SHOWN, {
          text: words.combo(combo),
          y: 0.86,
          lineHeight: 0.03,
          color: '#ffffff',
          style: 'box',
        }),
      );
    }
  }
  items.push(
    sticker('sticker-score', take.duration - FINAL, FINAL, {
      text: words.score(Math.round(take.verdict.score)),
      y: 0.16,
      lineHeight: 0.075,
      color: '#ffffff',
      style: 'outline',
    }),
  );
  const shown = items.filter(({ duration }) => duration > 0);
  return {
    ...project,
    tracks: project.tracks.map((track) =>
      track.kind === 'text' ? { ...track, items: [...track.items, ...shown] } : track,
    ),
  };
}
