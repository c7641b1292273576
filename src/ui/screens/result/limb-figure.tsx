/** The body drawn by its scores, and the same as bars and numbers. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Limb } from '../../../dance/judgement';
import styles from './result-screen.module.css';

/** Seen as in a mirror: the left arm is on the left. */
const STROKES: Readonly<Record<Limb, string>> = {
  head: 'M60 26v.1',
  trunk: 'M60 58v52',
  leftArm: 'M58 60L34 84 22 114',
  rightArm: 'M62 60l24 24 12 30',
  leftLeg: 'M57 114l-11 42-4 44',
  rightLeg: 'M63 114l11 42 4 44',
};

/** From the top down. */
const LIMBS: readonly Limb[] = ['head', 'leftArm', 'rightArm', 'trunk', 'leftLeg', 'rightLeg'];

/** Faint where it was off, full where it was right. */
export function LimbFigure(props: { limbs: Readonly<Record<Limb, number>> }): ReactElement {
  const { t } = useTranslation();
  return (
    <section className={styles.section} aria-labelledby="result-limbs">
      <h2 id="result-limbs" className={styles.heading}>
        {t('result.limbs')}
      </h2>
      <div className={styles.limbs}>
        <svg className={styles.figure} viewBox="0 0 120 220" fill="none" aria-hidden="true">
          {LIMBS.map((limb) => (
            <g
              key={limb}
              strokeLinecap="round"
              strokeLinejoin="round"
              strokeWidth={limb === 'head' ? 36 : 15}
            >
              <path d={STROKES[limb]} stroke="var(--surface-pressed)" />
              <path d={STROKES[limb]} stroke="var(--cool)" opacity={props.limbs[limb] / 100} />
            </g>
          ))}
        </svg>
        <ul className={styles.limbList}>
          {LIMBS.map((limb) => (
            <li key={limb} className={styles.limb}>
              <span>{t(`result.limb.${limb}`)}</span>
              <span className={styles.limbScore}>{Math.round(props.limbs[limb])}</span>
              <span className={styles.limbTrack} aria-hidden="true">
                <span
                  className={styles.limbBar}
                  style={{ display: 'block', width: `${props.limbs[limb]}%` }}
                />
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
