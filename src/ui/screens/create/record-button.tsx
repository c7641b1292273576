/** The one big button, with the fifteen seconds round it. */
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../components/class-names';
import { useStudio, useStudioState } from '../../studio-context';
import styles from './record-button.module.css';

/** Radius of the ring in its 88×88 picture. */
const RADIUS = 41;
const ROUND = 2 * Math.PI * RADIUS;

/** Record, call off while counting in, stop. */
export function RecordButton(props: { onPress: () => void }): ReactElement {
  const { t } = useTranslation();
  const { live } = useStudio();
  const phase = useStudioState(live.store, (state) => state.phase);
  const limit = useStudioState(live.store, (state) => state.limitSeconds);
  const elapsed = useRef<SVGCircleElement>(null);
  useEffect(() => {
    const show = (seconds: number): void => {
      const share = Math.min(1, Math.max(0, seconds / limit));
      elapsed.current?.setAttribute('stroke-dashoffset', String(ROUND * (1 - share)));
    };
    show(0);
    return live.onElapsed(show);
  }, [live, limit]);
  const isRecording = phase === 'recording';
  const isCounting = phase === 'counting';
  const label = isRecording ? t('create.stop') : isCounting ? t('create.callOff') : t('create.record');
  return (
    <button
      type="button"
      className={classNames(styles.button, isRecording && styles.recording, isCounting && styles.counting)}
      aria-label={label}
      aria-keyshortcuts="Space"
      title={label}
      disabled={phase !== 'ready' && !isRecording && !isCounting}
      onClick={props.onPress}
    >
      <svg className={styles.ring} viewBox="0 0 88 88" fill="none" strokeWidth="5" aria-hidden="true">
        <circle className={styles.track} cx="44" cy="44" r={RADIUS} />
        <circle
          ref={elapsed}
          className={styles.elapsed}
          cx="44"
          cy="44"
          r={RADIUS}
          strokeLinecap="butt"
          strokeDasharray={ROUND}
          strokeDashoffset={ROUND}
          visibility={isRecording ? 'visible' : 'hidden'}
        />
      </svg>
      <span className={styles.dot} />
    </button>
  );
}
