/** The frame of a screen whose hero is a 9:16 canvas. */
import type { ReactElement, ReactNode, RefObject } from 'react';
import { useIsWide } from '../use-media-query';
import { classNames } from './class-names';
import styles from './stage-layout.module.css';

export interface StageLayoutProps {
  /** Handed to the studio, which draws on it. */
  canvas: RefObject<HTMLCanvasElement | null>;
  /** Another key, another canvas: a graphics context is never opened twice on one. */
  canvasKey: string;
  /** What the picture is, for those who do not see it. */
  label: string;
  /** Floats over the picture; dark in both themes. */
  overlay?: ReactNode;
  /** The act, where the thumb is. */
  bar?: ReactNode;
  /** Columns, only where there is room (`useIsWide`). */
  left?: ReactNode;
  right?: ReactNode;
  /** While a take runs, the columns step back and take no presses. */
  isTaking?: boolean | undefined;
}

/** Stage, bar and columns. On a phone everything is dark, as round a screen in a theatre. */
export function StageLayout(props: StageLayoutProps): ReactElement {
  const { canvas, canvasKey, label, overlay, bar, left, right, isTaking } = props;
  const isWide = useIsWide();
  return (
    <main className={styles.page} data-theme={isWide ? undefined : 'dark'}>
      {isWide ? (
        <div className={classNames(styles.side, styles.left)} inert={isTaking === true}>
          {left}
        </div>
      ) : null}
      <div className={styles.stage} data-theme="dark">
        <canvas key={canvasKey} ref={canvas} className={styles.canvas} role="img" aria-label={label} />
        <div className={styles.overlay}>{overlay}</div>
      </div>
      <div className={styles.bar}>{bar}</div>
      {isWide ? (
        <div className={classNames(styles.side, styles.right)} inert={isTaking === true}>
          {right}
        </div>
      ) : null}
    </main>
  );
}
