/** The sound of an item, drawn on it. */
import { useEffect, useMemo, useRef, useState, type ReactElement } from 'react';
import type { Waveform } from '../../../media/waveform';
import type { SoundPiece } from '../../../project/frame-plan';
import { classNames } from '../../components/class-names';
import { useStudio, useStudioState } from '../../studio-context';
import { useMediaQuery } from '../../use-media-query';
import type { PlacedItem } from './timeline-rows';
import {
  fadeAt,
  heardSeconds,
  soundSourceOf,
  soundingItem,
  waveColumns,
  type SoundingItem,
} from './wave-columns';
import { toSeconds } from '../../../core/time';
import styles from './item-waveform.module.css';
import timeline from './timeline.module.css';

/** Pixels beyond the visible part that are drawn too, so that scrolling a little shows no gap. */
const MARGIN_PX = 240;

/** No canvas is wider: the visible part of any timeline fits, and every browser can draw it. */
const LARGEST_PX = 4096;

export interface ItemWaveformProps {
  readonly placed: PlacedItem;
  /** Pixels from the film's start, and of the item: the wave is drawn anew when they change. */
  readonly left: number;
  readonly width: number;
  /** Whether a picture lies behind it. */
  readonly isPictured: boolean;
}

/** Nothing on items without sound, and until the sound is known. */
export function ItemWaveform(props: ItemWaveformProps): ReactElement | null {
  const { kind, item } = props.placed;
  const { editor } = useStudio();
  // The same object while the item is the same: `placed` is a new one whenever anything in the film changes.
  const sounding = useMemo(() => soundingItem({ kind, item }), [kind, item]);
  const source = useStudioState(editor.store, ({ project }) => {
    const from = project === null || sounding === null ? null : soundSourceOf(sounding, project.sources);
    return from === null ? null : JSON.stringify(from);
  });
  const waveform = useWaveform(source);
  if (waveform === null || sounding === null) return null;
  return <Wave {...props} sounding={sounding} waveform={waveform} />;
}

/** @param source where the sound comes from, as JSON: the same source is the same text */
function useWaveform(source: string | null): Waveform | null {
  const { editor } = useStudio();
  const [found, setFound] = useState<{ source: string; waveform: Waveform | null } | null>(null);
  useEffect(() => {
    if (source === null) return;
    let isCurrent = true;
    editor.waveform(JSON.parse(source) as SoundPiece['from']).then(
      (waveform) => {
        if (isCurrent) setFound({ source, waveform });
      },
      // A sound that cannot be read is told of where it is to be heard.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
  }, [editor, source]);
  return found?.source === source ? found.waveform : null;
}

function Wave(
  props: Omit<ItemWaveformProps, 'placed'> & { readonly sounding: SoundingItem; readonly waveform: Waveform },
): ReactElement {
  const { sounding, left, width, isPictured, waveform } = props;
  const { editor, settings } = useStudio();
  const film = useStudioState(editor.store, (state) => state.duration);
  const theme = useStudioState(settings.store, (state) => state.theme);
  const prefersLight = useMediaQuery('(prefers-color-scheme: light)');
  const place = useRef<HTMLSpanElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);

  useEffect(() => {
    const [box, surface] = [place.current, canvas.current];
    const scroller = box?.closest(`.${timeline['scroller'] ?? ''}`) ?? null;
    if (box === null || surface === null || scroller === null) return;
    /** What is on the canvas, in pixels of the item. */
    let drawn: PixelRange = { from: 0, to: 0 };
    let request = 0;
    const drawLater = (): void => {
      cancelAnimationFrame(request);
      // A frame later, when the page has the colours of a new theme and its new layout.
      request = requestAnimationFrame(() => {
        drawn = drawWave(surface, box, seenOf(box, scroller, MARGIN_PX), { waveform, sounding, film });
      });
    };
    const onScroll = (): void => {
      const seen = seenOf(box, scroller, 0);
      if (seen.to > seen.from && (seen.from < drawn.from || seen.to > drawn.to)) drawLater();
    };
    const watch = new ResizeObserver(drawLater);
    watch.observe(scroller);
    scroller.addEventListener('scroll', onScroll, { passive: true });
    drawLater();
    return () => {
      cancelAnimationFrame(request);
      watch.disconnect();
      scroller.removeEventListener('scroll', onScroll);
    };
  }, [waveform, sounding, film, left, width, isPictured, theme, prefersLight]);

  return (
    <span
      ref={place}
      className={classNames(
        styles.wave,
        sounding.kind === 'video' && styles.strip,
        isPictured && styles.onPicture,
      )}
      aria-hidden="true"
    >
      <canvas ref={canvas} className={styles.canvas} />
    </span>
  );
}

/** Pixels from the left edge of the item. */
interface PixelRange {
  readonly from: number;
  readonly to: number;
}

/** The part of `box` that is seen in `scroller`, and `margin` pixels on both sides of it; empty out of sight. */
function seenOf(box: Element, scroller: Element, margin: number): PixelRange {
  const [own, window] = [box.getBoundingClientRect(), scroller.getBoundingClientRect()];
  const from = Math.max(0, Math.floor(window.left - own.left - margin));
  const to = Math.min(Math.ceil(own.width), Math.ceil(window.right - own.left + margin));
  return { from, to: Math.max(from, Math.min(to, from + LARGEST_PX)) };
}

/** Draws what lies in `range` and gives it back. */
function drawWave(
  canvas: HTMLCanvasElement,
  box: Element,
  range: PixelRange,
  sound: { waveform: Waveform; sounding: SoundingItem; film: Parameters<typeof heardSeconds>[1] },
): PixelRange {
  const { waveform, sounding, film } = sound;
  const { width, height } = box.getBoundingClientRect();
  const ratio = window.devicePixelRatio;
  const shown = range.to - range.from;
  canvas.width = Math.round(shown * ratio);
  canvas.height = Math.round(height * ratio);
  canvas.style.left = `${range.from}px`;
  canvas.style.width = `${shown}px`;
  const context = canvas.getContext('2d');
  if (context === null || canvas.width === 0 || canvas.height === 0) return range;
  const seconds = toSeconds(sounding.item.duration);
  const length = heardSeconds(sounding, film);
  const [from, to] = [(range.from / width) * seconds, (range.to / width) * seconds];
  const { low, high } = waveColumns(waveform, sounding, { from, to, length }, canvas.width);
  context.fillStyle = context.strokeStyle = getComputedStyle(box).color;
  // A strip has no room for both sides of a wave: the larger one stands on its ground.
  const half = sounding.kind === 'video' ? canvas.height : canvas.height / 2;
  context.beginPath();
  for (let column = 0; column < canvas.width; column += 1) {
    const [up, down] = [high[column] ?? 0, -(low[column] ?? 0)];
    const top = half * (1 - (sounding.kind === 'video' ? Math.max(up, down) : up));
    const bottom = sounding.kind === 'video' ? half : half * (1 + down);
    // Silence is a hair, so that one sees that there is nothing to hear.
    const thick = Math.max(bottom - top, ratio / 2);
    context.rect(column, Math.min(top, canvas.height - thick), 1, thick);
  }
  context.fill();
  drawRamps(context, sounding, { from, to, length });
  return range;
}

/** Lines along the fades, from nothing to full. */
function drawRamps(
  context: CanvasRenderingContext2D,
  sounding: SoundingItem,
  { from, to, length }: { from: number; to: number; length: number },
): void {
  const { width, height } = context.canvas;
  const { fadeIn = 0, fadeOut = 0 } = sounding.item;
  const ramps = [
    fadeIn > 0 ? [0, Math.min(fadeIn, length)] : [],
    fadeOut > 0 ? [length - Math.min(fadeOut, length), length] : [],
  ];
  context.lineWidth = window.devicePixelRatio;
  context.beginPath();
  for (const [start, end] of ramps) {
    if (start === undefined || end === undefined) continue;
    for (const [index, seconds] of [start, end].entries()) {
      const x = ((seconds - from) / (to - from)) * width;
      const y = (1 - fadeAt(sounding, seconds, length)) * height;
      if (index === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
  }
  context.stroke();
}
