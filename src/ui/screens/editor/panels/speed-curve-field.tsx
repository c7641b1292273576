/** The speeds of a clip over what it shows, drawn: each point is pulled up to be faster and down to be slower. */
import { useRef, type KeyboardEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clip } from '../../../../project/project';
import { EDIT_NAMES } from '../../../../studio/edit-names';
import { sourceEnd } from '../../../../studio/editor-facts';
import { useStudio } from '../../../studio-context';
import { useDrag } from '../use-drag';
import { useGesture } from './use-gesture';
import styles from './speed-field.module.css';

/** From a tenth at the bottom to ten times at the top. */
const yOf = (speed: number): number => 0.5 - Math.log10(speed) / 2;
const speedOf = (y: number): number => Math.min(10, Math.max(0.1, 10 ** ((0.5 - y) * 2)));

const KEY_STEP = 0.05;

export function SpeedCurveField({ clip }: { clip: Clip }): ReactElement | null {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const box = useRef<HTMLDivElement>(null);
  const curve = clip.speedCurve ?? [];
  const [from, to] = [clip.sourceStart, sourceEnd(clip)];
  const shape = curve.map(({ at, speed }) => ({ at: to === from ? 0 : (at - from) / (to - from), speed }));
  const change = (index: number, speed: number): void => {
    const held = Math.round(speed * 100) / 100;
    editor.setSpeedCurve(
      clip.id,
      shape.map((point, place) => (place === index ? { ...point, speed: held } : point)),
    );
  };
  if (curve.length === 0) return null;
  return (
    <div className={styles.curve} ref={box}>
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" fill="none" aria-hidden="true">
        <polyline
          points={shape.map(({ at, speed }) => `${at * 100} ${yOf(speed) * 100}`).join(' ')}
          stroke="currentColor"
          strokeWidth={2}
          vectorEffect="non-scaling-stroke"
        />
      </svg>
      {shape.map((point, index) =>
        // What was cut off the clip keeps its points, out of reach.
        point.at < -0.001 || point.at > 1.001 ? null : (
          <CurvePoint
            key={index}
            label={t('editor.speedPoint', { index: index + 1 })}
            at={point.at}
            speed={point.speed}
            height={() => box.current?.clientHeight ?? 1}
            top={() => box.current?.getBoundingClientRect().top ?? 0}
            onChange={(speed) => change(index, speed)}
          />
        ),
      )}
    </div>
  );
}

function CurvePoint(props: {
  label: string;
  at: number;
  speed: number;
  height: () => number;
  top: () => number;
  onChange: (speed: number) => void;
}): ReactElement {
  const gesture = useGesture(EDIT_NAMES.speedCurve);
  const { speed, onChange } = props;
  const start = useDrag('at-once', {
    onStart: gesture.onStart,
    onMove: (_dx, event) => onChange(speedOf((event.clientY - props.top()) / props.height())),
    onEnd: gesture.onCommit,
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    onChange(speedOf(yOf(speed) - step * KEY_STEP));
  };
  return (
    <div
      className={styles.point}
      role="slider"
      tabIndex={0}
      aria-label={props.label}
      aria-orientation="vertical"
      aria-valuemin={0.1}
      aria-valuemax={10}
      aria-valuenow={speed}
      aria-valuetext={`${speed}×`}
      style={{ left: `${props.at * 100}%`, top: `${yOf(speed) * 100}%` }}
      onPointerDown={start}
      onKeyDown={onKeyDown}
    />
  );
}
