/** The icons: 24×24, one stroke of 1.75, round ends; filled shapes only where the thing itself is solid. */
import type { ReactElement } from 'react';

/** Path data by name. A `fill` part is solid in the text colour. */
const ICONS = {
  back: { stroke: 'M15 5l-7 7 7 7' },
  forward: { stroke: 'M9 5l7 7-7 7' },
  up: { stroke: 'M5 15l7-7 7 7' },
  down: { stroke: 'M5 9l7 7 7-7' },
  close: { stroke: 'M6 6l12 12M18 6L6 18' },
  plus: { stroke: 'M12 5v14M5 12h14' },
  minus: { stroke: 'M5 12h14' },
  check: { stroke: 'M5 12.5l4.5 4.5L19 7.5' },
  more: {
    fill: 'M6 10.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2zm6 0a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2zm6 0a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2z',
  },
  home: { stroke: 'M4 11l8-7 8 7v8.2a.8.8 0 0 1-.8.8H15v-6H9v6H4.8a.8.8 0 0 1-.8-.8z' },
  library: { stroke: 'M4 5h6v6H4zM14 5h6v6h-6zM4 15h6v4H4zM14 15h6v4h-6z' },
  settings: {
    stroke:
      'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4zM9 14.8a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4z',
  },
  camera: {
    stroke:
      'M4 8.5A1.5 1.5 0 0 1 5.5 7H8l1.5-2h5L16 7h2.5A1.5 1.5 0 0 1 20 8.5v9a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5zM12 9.6a3.4 3.4 0 1 1 0 6.8 3.4 3.4 0 0 1 0-6.8z',
  },
  'camera-off': {
    stroke:
      'M4 4l16 16M8.5 6.3L9.5 5h5L16 7h2.5A1.5 1.5 0 0 1 20 8.5v8M17.5 19h-12A1.5 1.5 0 0 1 4 17.5v-9A1.5 1.5 0 0 1 5.5 7M9.7 10.6a3.4 3.4 0 0 0 4.7 4.7',
  },
  flip: {
    stroke: 'M4 9a8 8 0 0 1 14.3-2.6L20 8.5M20 4v4.5h-4.5M20 15a8 8 0 0 1-14.3 2.6L4 15.5M4 20v-4.5h4.5',
  },
  mirror: { stroke: 'M12 3v18M9 7v10l-5.5-1.2V8.2zM15 7v10l5.5-1.2V8.2z' },
  mic: {
    stroke:
      'M12 4a2.8 2.8 0 0 1 2.8 2.8v4.4a2.8 2.8 0 0 1-5.6 0V6.8A2.8 2.8 0 0 1 12 4zM6 11.5a6 6 0 0 0 12 0M12 17.5V21',
  },
  'mic-off': {
    stroke:
      'M4 4l16 16M9.2 9.2v2a2.8 2.8 0 0 0 4.4 2.3M14.8 10.4V6.8a2.8 2.8 0 0 0-5.2-1.4M6 11.5a6 6 0 0 0 9 5.2M18 11.5a6 6 0 0 1-.6 2.6M12 17.5V21',
  },
  music: {
    stroke:
      'M9 17.5V6l10-2v11.5M6.5 15a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM16.5 13a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5z',
  },
  effects: {
    stroke:
      'M11 4l1.7 4.8L17.5 10.5l-4.8 1.7L11 17l-1.7-4.8-4.8-1.7 4.8-1.7zM18.5 15l.8 2.2 2.2.8-2.2.8-.8 2.2-.8-2.2-2.2-.8 2.2-.8z',
  },
  timer: { stroke: 'M12 6a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15zM12 9.5v4l2.5 1.5M9.5 3h5' },
  import: { stroke: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4 17v2.2a.8.8 0 0 0 .8.8h14.4a.8.8 0 0 0 .8-.8V17' },
  download: { stroke: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M5 20h14' },
  share: {
    stroke:
      'M12 15V4M8 7.5L12 3.5l4 4M7 11H5.8a.8.8 0 0 0-.8.8v7.4a.8.8 0 0 0 .8.8h12.4a.8.8 0 0 0 .8-.8v-7.4a.8.8 0 0 0-.8-.8H17',
  },
  trash: {
    stroke:
      'M4.5 7h15M9 7V4.5h6V7M6.5 7l.8 12.2a.8.8 0 0 0 .8.8h7.8a.8.8 0 0 0 .8-.8L17.5 7M10 11v5.5M14 11v5.5',
  },
  undo: { stroke: 'M8.5 5L4.5 9l4 4M4.5 9H14a5.5 5.5 0 0 1 0 11h-3' },
  redo: { stroke: 'M15.5 5l4 4-4 4M19.5 9H10a5.5 5.5 0 0 0 0 11h3' },
  restart: { stroke: 'M5 12a7 7 0 1 0 2.3-5.2L5 9M5 4.5V9h4.5' },
  split: {
    stroke:
      'M12 3v18M8 8H4.8a.8.8 0 0 0-.8.8v6.4a.8.8 0 0 0 .8.8H8M16 8h3.2a.8.8 0 0 1 .8.8v6.4a.8.8 0 0 1-.8.8H16',
  },
  copy: {
    stroke:
      'M9 9h10.2a.8.8 0 0 1 .8.8v9.4a.8.8 0 0 1-.8.8H9.8a.8.8 0 0 1-.8-.8zM6 15H4.8a.8.8 0 0 1-.8-.8V4.8a.8.8 0 0 1 .8-.8h9.4a.8.8 0 0 1 .8.8V6',
  },
  text: { stroke: 'M5 7V5h14v2M12 5v14M9 19h6' },
  edit: { stroke: 'M5 19l.9-3.9L16 5l3 3L8.9 18.1zM14 7l3 3' },
  film: {
    stroke:
      'M4.8 5h14.4a.8.8 0 0 1 .8.8v12.4a.8.8 0 0 1-.8.8H4.8a.8.8 0 0 1-.8-.8V5.8a.8.8 0 0 1 .8-.8zM8 5v14M16 5v14M4 9.5h4M4 14.5h4M16 9.5h4M16 14.5h4',
  },
  folder: {
    stroke:
      'M4 7.8V18.2a.8.8 0 0 0 .8.8h14.4a.8.8 0 0 0 .8-.8V8.8a.8.8 0 0 0-.8-.8H12L10 5.5H4.8a.8.8 0 0 0-.8.8z',
  },
  sliders: { stroke: 'M7 4v8M7 16v4M12 4v3M12 11v9M17 4v9M17 17v3M5 14h4M10 9h4M15 15h4' },
  layers: { stroke: 'M12 4l8 4.5-8 4.5-8-4.5zM4 12.5l8 4.5 8-4.5M4 16l8 4.5 8-4.5' },
  volume: { stroke: 'M4 9.5v5h3.5L12 18V6L7.5 9.5zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11' },
  mute: { stroke: 'M4 9.5v5h3.5L12 18V6L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5' },
  eye: {
    stroke:
      'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6z',
  },
  'eye-off': {
    stroke:
      'M4 4l16 16M9.5 5.9A8.6 8.6 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-2.6 3.3M6.2 7.7A16 16 0 0 0 2.5 12S6 18.5 12 18.5a9 9 0 0 0 4.3-1.1M10 10a2.8 2.8 0 0 0 4 4',
  },
  drag: {
    fill: 'M9 5.6a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8zm6 0a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8zm-6 5a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8zm6 0a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8zm-6 5a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8zm6 0a1.4 1.4 0 1 1 0 2.8 1.4 1.4 0 0 1 0-2.8z',
  },
  magnet: { stroke: 'M6 4v8a6 6 0 0 0 12 0V4h-4v8a2 2 0 0 1-4 0V4zM6 8h4M14 8h4' },
  marker: { stroke: 'M6 4h12v9l-6 7-6-7z' },
  grid: {
    stroke:
      'M4.8 4h14.4a.8.8 0 0 1 .8.8v14.4a.8.8 0 0 1-.8.8H4.8a.8.8 0 0 1-.8-.8V4.8a.8.8 0 0 1 .8-.8zM9.3 4v16M14.7 4v16M4 9.3h16M4 14.7h16',
  },
  speed: { stroke: 'M4 17a8.5 8.5 0 1 1 16 0M12 15l4-5M12 13.5a1.5 1.5 0 1 1 0 3 1.5 1.5 0 0 1 0-3z' },
  info: { stroke: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM12 11v5M12 8v.1' },
  warning: { stroke: 'M12 4.5L3.5 19.5h17zM12 10v4.5M12 17v.1' },
  help: {
    stroke: 'M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16zM9.8 10a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.6M12 16.2v.1',
  },
  shield: { stroke: 'M12 3.5l7 2.5v5.5c0 4.3-2.9 7.3-7 9-4.1-1.7-7-4.7-7-9V6zM9 12l2.2 2.2L15.2 10' },
  body: { stroke: 'M12 3.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4zM12 8v6M6 8.5L12 10l6-1.5M12 14l-3 6.5M12 14l3 6.5' },
  dance: {
    stroke:
      'M13.5 3.5a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8zM4.5 8l4 2.5 5-1.5 1 5.5M19.5 5.5L14 9.2M14.5 14.5l4 1.5-1 4.5M14.5 14.5L10 17l-4.5-1',
  },
  seat: { stroke: 'M8 4v9h8M8 13v7M16 13v7M8 9h6' },
  latency: { stroke: 'M4 12h3l2.5-6 5 12 2.5-6h3' },
  'trim-start': { stroke: 'M8 4H5v16h3M19 12H9.5M13 8.5L9.5 12l3.5 3.5' },
  'trim-end': { stroke: 'M16 4h3v16h-3M5 12h9.5M11 8.5l3.5 3.5-3.5 3.5' },
  'zoom-in': {
    stroke: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.2 15.2L20 20M7.5 10.5h6M10.5 7.5v6',
  },
  'zoom-out': { stroke: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.2 15.2L20 20M7.5 10.5h6' },
  'zoom-fit': { stroke: 'M4 6v12M20 6v12M7 12h10M9.5 9L6.8 12l2.7 3M14.5 9l2.7 3-2.7 3' },
  keyboard: {
    stroke:
      'M4.3 6.5h15.4a.8.8 0 0 1 .8.8v9.4a.8.8 0 0 1-.8.8H4.3a.8.8 0 0 1-.8-.8V7.3a.8.8 0 0 1 .8-.8zM7 10h.1M10.3 10h.1M13.6 10h.1M17 10h.1M8.5 14h7',
  },
  shuffle: {
    stroke:
      'M4 7h3.5l9 10H20M4 17h3.5l2.2-2.4M14.3 9.4L16.5 7H20M17.5 4.5L20 7l-2.5 2.5M17.5 14.5L20 17l-2.5 2.5',
  },
  search: { stroke: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM15.2 15.2L20 20' },
  play: { fill: 'M8 5.3v13.4a.6.6 0 0 0 .9.5l10.6-6.7a.6.6 0 0 0 0-1L8.9 4.8a.6.6 0 0 0-.9.5z' },
  pause: {
    fill: 'M7.8 5h2.4a.8.8 0 0 1 .8.8v12.4a.8.8 0 0 1-.8.8H7.8a.8.8 0 0 1-.8-.8V5.8a.8.8 0 0 1 .8-.8zm6 0h2.4a.8.8 0 0 1 .8.8v12.4a.8.8 0 0 1-.8.8h-2.4a.8.8 0 0 1-.8-.8V5.8a.8.8 0 0 1 .8-.8z',
  },
  stop: {
    fill: 'M7.5 6h9A1.5 1.5 0 0 1 18 7.5v9a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 6 16.5v-9A1.5 1.5 0 0 1 7.5 6z',
  },
  record: { fill: 'M12 5a7 7 0 1 1 0 14 7 7 0 0 1 0-14z' },
  'step-back': { stroke: 'M7 6v12M18 6l-7 6 7 6z' },
  'step-forward': { stroke: 'M17 6v12M6 6l7 6-7 6z' },
  'frame-back': { stroke: 'M14.5 6l-6 6 6 6' },
  'frame-forward': { stroke: 'M9.5 6l6 6-6 6' },
  keyframe: { stroke: 'M12 4.5l7.5 7.5-7.5 7.5L4.5 12z' },
  beat: { stroke: 'M3.5 12h3l2-5 3.5 10 3-8 1.5 3h4' },
  compare: { stroke: 'M12 3v18M5 5h14v14H5zM5 15l7-7M8 19l4-4' },
  bookmark: { stroke: 'M7 4h10a1 1 0 0 1 1 1v15l-6-4-6 4V5a1 1 0 0 1 1-1z' },
  paste: {
    stroke:
      'M9 5H6.8a.8.8 0 0 0-.8.8v13.4a.8.8 0 0 0 .8.8h10.4a.8.8 0 0 0 .8-.8V5.8a.8.8 0 0 0-.8-.8H15M9 3.5h6v3H9zM12 10v6M9 13h6',
  },
  sticker: {
    stroke:
      'M5.8 4h12.4A1.8 1.8 0 0 1 20 5.8V14l-6 6H5.8A1.8 1.8 0 0 1 4 18.2V5.8A1.8 1.8 0 0 1 5.8 4zM14 20v-4.2a1.8 1.8 0 0 1 1.8-1.8H20M8.5 9v.1M15 9v.1M8.5 12.5a4 4 0 0 0 5 1.2',
  },
  star: { fill: 'M12 3.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8-4.2-4.1 5.8-.8z' },
  'star-empty': { stroke: 'M12 3.6l2.6 5.3 5.8.8-4.2 4.1 1 5.8-5.2-2.7-5.2 2.7 1-5.8-4.2-4.1 5.8-.8z' },
  perfect: {
    fill: 'M12 2.8l2.1 5.1 5.5-.9-2.7 4.9 3.6 4.2-5.5.5L13 22l-3.2-4.5-5.3 1.5 1.8-5.2L2.5 10.2l5.5-.6z',
  },
  great: { stroke: 'M2.8 13l4.2 4.2L15 8.5M11 15.5l1.8 1.7L21.2 8.5' },
  good: { stroke: 'M5 12.5l4.5 4.5L19 7.5' },
  miss: { stroke: 'M7 7l10 10M17 7L7 17' },
} as const satisfies Record<string, { stroke?: string; fill?: string }>;

/** Name of an icon. */
export type IconName = keyof typeof ICONS;

/** All names, for the sheet of icons in the tests. */
export const ICON_NAMES = Object.keys(ICONS) as readonly IconName[];

/** One icon. Silent for screen readers: the control around it carries the name. */
export function Icon(props: { name: IconName; size?: number; className?: string | undefined }): ReactElement {
  const { name, size = 24, className } = props;
  const shape: { stroke?: string; fill?: string } = ICONS[name];
  return (
    <svg
      className={className}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      {shape.fill === undefined ? null : <path d={shape.fill} fill="currentColor" />}
      {shape.stroke === undefined ? null : (
        <path
          d={shape.stroke}
          stroke="currentColor"
          strokeWidth={1.75}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      )}
    </svg>
  );
}
