/** Handles on the stage: the selected picture, word or sticker is moved, made larger, turned and cut with the pointer or the arrow keys. */
import {
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type PointerEventHandler,
  type ReactElement,
  type RefObject,
} from 'react';
import { useTranslation } from 'react-i18next';
import { placeOnQuad, type Place, type Quad } from '../../../core/geometry';
import { EDIT_NAMES } from '../../../studio/edit-names';
import { numberAt, rangeOf } from '../../../studio/editor-facts';
import { useStudio, useStudioState } from '../../studio-context';
import type { NumberedItem } from './panels/number-field';
import { findItem } from './timeline-rows';
import { useDrag } from './use-drag';
import { useItemNames } from './use-item-names';
import styles from './stage-handles.module.css';

/** The number that a corner changes, by kind. */
const SIZE_OF = { video: 'scale', text: 'lineHeight', stickers: 'size' } as const;

type HeldKind = keyof typeof SIZE_OF;
type HeldItem = NumberedItem & { kind: HeldKind };

/** A centre this near to the middle of the stage is drawn to it. */
const SNAP = 0.015;

/** Degrees between the angles that a turning picture is drawn to, and how near is near. */
const SNAP_ANGLE = { step: 45, reach: 3 } as const;

const KEY_STEP = { plain: 0.005, shifted: 0.05 } as const;

/** Nothing while the film plays, while nothing is selected, and while what is selected is not seen. */
export function StageHandles({ stage }: { stage: RefObject<HTMLElement | null> }): ReactElement | null {
  const { editor } = useStudio();
  const project = useStudioState(editor.store, (state) => state.project);
  const selectedId = useStudioState(editor.store, (state) => state.selectedId);
  const playing = useStudioState(editor.store, (state) => state.playing);
  // The box is that of the playhead.
  useStudioState(editor.store, (state) => (state.playing ? null : state.time));
  if (project === null || selectedId === null || playing) return null;
  const placed = findItem(project, selectedId);
  if (placed?.kind !== 'video' && placed?.kind !== 'text' && placed?.kind !== 'stickers') return null;
  const quad = editor.boxOf(selectedId);
  if (quad === null) return null;
  return <Box placed={placed} quad={quad} stage={stage} />;
}

function Box(props: { placed: HeldItem; quad: Quad; stage: RefObject<HTMLElement | null> }): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const { nameOf } = useItemNames();
  const { placed, quad, stage } = props;
  const { item, kind } = placed;
  const size = useStudioState(editor.store, ({ project }) => project?.size) ?? { width: 9, height: 16 };
  const sizeName = SIZE_OF[kind];
  const valueOf = (name: string): number => numberAt(kind, item, name, editor.store.getState().time);
  const [isHeld, setHeld] = useState(false);
  /** Where the pointer is, in 0..1 of the stage. */
  const placeOf = (event: PointerEvent): Place => {
    const box = stage.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return [0, 0];
    return [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
  };
  const hold = (event: PointerEvent): Held => ({
    from: placeOf(event),
    x: valueOf('x'),
    y: valueOf('y'),
    size: valueOf(sizeName),
    rotation: valueOf('rotation'),
  });
  /** From the centre, in widths of the stage: so that a circle is round. */
  const away = ({ x, y }: Held, place: Place): readonly [number, number] => [
    place[0] - x,
    ((place[1] - y) * size.height) / size.width,
  ];
  const drag = { itemId: item.id, placeOf, hold, onHold: setHeld };
  const move = useNumberDrag('pick-up', drag, (start, place) => ({
    x: snapped(start.x + place[0] - start.from[0]),
    y: snapped(start.y + place[1] - start.from[1]),
  }));
  const scale = useNumberDrag('at-once', drag, (start, place) => {
    const before = Math.hypot(...away(start, start.from));
    return before === 0 ? {} : { [sizeName]: (start.size * Math.hypot(...away(start, place))) / before };
  });
  const turn = useNumberDrag('at-once', drag, (start, place) => {
    const [x, y] = away(start, place);
    return { rotation: snappedAngle((Math.atan2(x, -y) * 180) / Math.PI) };
  });

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.shiftKey ? KEY_STEP.shifted : KEY_STEP.plain;
    const keys: Readonly<Record<string, Readonly<Record<string, number>>>> = {
      ArrowLeft: { x: valueOf('x') - step },
      ArrowRight: { x: valueOf('x') + step },
      ArrowUp: { y: valueOf('y') - step },
      ArrowDown: { y: valueOf('y') + step },
      '+': { [sizeName]: valueOf(sizeName) * (1 + step * 4) },
      '-': { [sizeName]: valueOf(sizeName) / (1 + step * 4) },
    };
    const values = keys[event.key];
    if (values === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    editor.setNumbers(item.id, values);
  };

  const name = nameOf(placed);
  const isCentred = { x: valueOf('x') === 0.5, y: valueOf('y') === 0.5 };
  return (
    <>
      {isCentred.x && isHeld ? <span className={styles.guideDown} /> : null}
      {isCentred.y && isHeld ? <span className={styles.guideAcross} /> : null}
      <div
        className={styles.box}
        style={boxStyle(quad, size)}
        role="group"
        tabIndex={0}
        aria-label={t('editor.handles', { name })}
        onPointerDown={move}
        onClick={() => (editor.store.getState().playing ? editor.pause() : editor.play())}
        onKeyDown={onKeyDown}
        data-testid="stage-box"
      >
        {kind === 'video' ? <CropHandles placed={placed} size={size} stage={stage} /> : null}
        <span className={styles.corner} onPointerDown={scale} aria-hidden="true" data-testid="stage-scale" />
        <span className={styles.turner} onPointerDown={turn} aria-hidden="true" data-testid="stage-turn" />
      </div>
    </>
  );
}

/** What a drag started from. */
interface Held {
  readonly from: Place;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly rotation: number;
}

/** A drag that sets numbers of an item, as one step of history. */
function useNumberDrag(
  mode: 'at-once' | 'pick-up',
  options: {
    readonly itemId: string;
    readonly placeOf: (event: PointerEvent) => Place;
    readonly hold: (event: PointerEvent) => Held;
    readonly onHold: (isHeld: boolean) => void;
  },
  change: (held: Held, place: Place) => Readonly<Record<string, number>>,
): PointerEventHandler<HTMLElement> {
  const { editor } = useStudio();
  const held = useRef<Held | null>(null);
  return useDrag(mode, {
    onStart: (event) => {
      editor.beginGesture(EDIT_NAMES.adjust);
      held.current = options.hold(event);
      options.onHold(true);
    },
    onMove: (_dx, event) => {
      if (held.current !== null)
        editor.setNumbers(options.itemId, change(held.current, options.placeOf(event)));
    },
    onEnd: () => {
      held.current = null;
      options.onHold(false);
      editor.endGesture();
    },
  });
}

const SIDES = ['Left', 'Top', 'Right', 'Bottom'] as const;

/** Four edges that cut a picture. */
function CropHandles(props: {
  placed: HeldItem;
  size: { readonly width: number; readonly height: number };
  stage: RefObject<HTMLElement | null>;
}): ReactElement {
  return (
    <>
      {SIDES.map((side) => (
        <CropHandle key={side} side={side} {...props} />
      ))}
    </>
  );
}

function CropHandle(props: {
  placed: HeldItem;
  side: (typeof SIDES)[number];
  size: { readonly width: number; readonly height: number };
  stage: RefObject<HTMLElement | null>;
}): ReactElement {
  const { editor } = useStudio();
  const { placed, side, size, stage } = props;
  const { item, kind } = placed;
  const name = `crop${side}`;
  const start = useRef<{
    readonly x: number;
    readonly y: number;
    readonly crop: number;
    readonly length: number;
  }>(null);
  const onPointerDown = useDrag('at-once', {
    onStart: (event) => {
      const { time } = editor.store.getState();
      const quad = editor.boxOf(item.id);
      const box = stage.current?.getBoundingClientRect();
      const crops = ['Left', 'Right', 'Top', 'Bottom'].map((each) =>
        numberAt(kind, item, `crop${each}`, time),
      );
      const [left = 0, right = 0, top = 0, bottom = 0] = crops;
      const isAcross = side === 'Left' || side === 'Right';
      const way = isAcross ? quad?.right : quad?.down;
      const pixels = Math.hypot((way?.[0] ?? 0) * (box?.width ?? 0), (way?.[1] ?? 0) * (box?.height ?? 0));
      // The whole picture's length on the screen, from the part that is left of it.
      const length = pixels / Math.max(0.02, isAcross ? 1 - left - right : 1 - top - bottom);
      editor.beginGesture(EDIT_NAMES.adjust);
      start.current = { x: event.clientX, y: event.clientY, crop: numberAt(kind, item, name, time), length };
    },
    onMove: (_dx, event) => {
      const from = start.current;
      if (from === null || from.length === 0) return;
      const { time } = editor.store.getState();
      const angle = (numberAt(kind, item, 'rotation', time) * Math.PI) / 180;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      const along = dx * Math.cos(angle) + dy * Math.sin(angle);
      const down = dy * Math.cos(angle) - dx * Math.sin(angle);
      const inward = { Left: along, Right: -along, Top: down, Bottom: -down }[side];
      const range = rangeOf(kind, name);
      const crop = Math.min(range?.max ?? 1, Math.max(0, from.crop + inward / from.length));
      editor.setNumbers(item.id, { [name]: Math.round(crop * 1000) / 1000 });
    },
    onEnd: () => {
      start.current = null;
      editor.endGesture();
    },
  });
  return (
    <span
      className={styles[`crop${side}`]}
      onPointerDown={onPointerDown}
      aria-hidden="true"
      data-shape={size.width > size.height ? 'wide' : undefined}
    />
  );
}

function snapped(value: number): number {
  return Math.abs(value - 0.5) < SNAP ? 0.5 : Math.round(value * 1000) / 1000;
}

function snappedAngle(degrees: number): number {
  const near = Math.round(degrees / SNAP_ANGLE.step) * SNAP_ANGLE.step;
  return Math.abs(near - degrees) < SNAP_ANGLE.reach ? near : Math.round(degrees);
}

/** The box as CSS lays it: its centre, its sides, and how it is turned. */
function boxStyle(quad: Quad, size: { readonly width: number; readonly height: number }): CSSProperties {
  const [x, y] = placeOnQuad(quad, 0.5, 0.5);
  const aspect = size.width / size.height;
  const width = Math.hypot(quad.right[0], quad.right[1] / aspect);
  const height = Math.hypot(quad.down[0] * aspect, quad.down[1]);
  const degrees = (Math.atan2(quad.right[1] / aspect, quad.right[0]) * 180) / Math.PI;
  return {
    left: `${x * 100}%`,
    top: `${y * 100}%`,
    width: `${width * 100}%`,
    height: `${height * 100}%`,
    transform: `translate(-50%, -50%) rotate(${degrees}deg)`,
  };
}
