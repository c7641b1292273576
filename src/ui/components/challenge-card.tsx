/** A challenge to pick. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { createRandom, seedFrom } from '../../core/random';
import type { ChallengeCard as Challenge } from '../../studio/dance';
import { useLocalized } from '../localized';
import { Link } from '../navigation';
import { classNames } from './class-names';
import { Icon } from './icons';
import styles from './challenge-card.module.css';

const LEVELS = [1, 2, 3, 4, 5];

/** Its drawing, name, level, tempo and best score; leads to the dance. */
export function ChallengeCard(props: { challenge: Challenge }): ReactElement {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { challenge } = props;
  if (challenge.lock !== null) return <LockedCard challenge={challenge} />;
  return (
    <Link to={{ screen: 'dance', challengeId: challenge.id }} className={styles.card}>
      <ChallengeArt id={challenge.id} />
      <span className={styles.words}>
        <span className={styles.title}>{localized(challenge.title)}</span>
        <span className={styles.facts}>
          <LevelMeter level={challenge.level} />
          <span>{t('common.beatsPerMinute', { value: challenge.bpm })}</span>
          {challenge.seated ? <span>{t('dance.seated')}</span> : null}
          <span className={classNames(challenge.best !== null && styles.best)}>
            {challenge.best === null
              ? t('dance.notPlayed')
              : t('dance.best', { score: Math.round(challenge.best) })}
          </span>
          {challenge.best === null ? null : <Stars count={challenge.stars} />}
        </span>
        {challenge.rival == null ? null : (
          <span className={styles.best}>
            {t('make.rival', {
              name: challenge.rival.name ?? t('make.someone'),
              score: Math.round(challenge.rival.score),
              interpolation: { escapeValue: false },
            })}
          </span>
        )}
      </span>
    </Link>
  );
}

/** Not to be danced yet; the section's own words say what opens it. */
function LockedCard(props: { challenge: Challenge }): ReactElement {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { challenge } = props;
  return (
    <div className={classNames(styles.card, styles.locked)}>
      <ChallengeArt id={challenge.id} />
      <span className={styles.words}>
        <span className={styles.title}>{localized(challenge.title)}</span>
        <span className={styles.facts}>
          <LevelMeter level={challenge.level} />
          <span>{t('dance.locked')}</span>
        </span>
      </span>
    </div>
  );
}

/** Stars of the best play. */
function Stars(props: { count: number }): ReactElement {
  const { t } = useTranslation();
  return (
    <span className={styles.stars} role="img" aria-label={t('result.stars', { count: props.count })}>
      {LEVELS.map((star) => (
        <Icon key={star} name={star <= props.count ? 'star' : 'star-empty'} size={14} />
      ))}
    </span>
  );
}

/** Five bars, filled up to the level. */
export function LevelMeter(props: { level: number }): ReactElement {
  const { t } = useTranslation();
  return (
    <span className={styles.level} role="img" aria-label={t('dance.level', { level: props.level })}>
      {LEVELS.map((level) => (
        <span
          key={level}
          className={classNames(styles.bar, level <= props.level && styles.reached)}
          style={{ height: 4 + level * 2.4 }}
        />
      ))}
    </span>
  );
}

/** A phrase of poses drawn from the id: the same challenge always looks the same, no two look alike. */
function ChallengeArt(props: { id: string }): ReactElement {
  const random = createRandom(seedFrom(props.id));
  const swing = (span: number): number => (random() - 0.5) * span;
  const figures = [50, 105, 160, 215, 270].map((x) => {
    const reach = (side: number): string =>
      `M${x} 46 l${side * (10 + random() * 6)} ${swing(20)} l${side * (4 + random() * 8)} ${swing(34)}`;
    const step = (side: number): string => `M${x} 68 l${side * (5 + random() * 8)} 13 l${side * swing(8)} 15`;
    return { x, path: `M${x} 42v26 ${reach(-1)} ${reach(1)} ${step(-1)} ${step(1)}` };
  });
  const accent = Math.floor(random() * figures.length);
  return (
    <svg className={styles.art} viewBox="0 0 320 112" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
      <g fill="none" strokeWidth="6" strokeLinecap="round" strokeLinejoin="round">
        {figures.map(({ x, path }, index) => (
          <g key={x} stroke={index === accent ? 'var(--hot)' : 'currentColor'}>
            <path d={path} />
            <circle
              cx={x}
              cy="27"
              r="8"
              stroke="none"
              fill={index === accent ? 'var(--hot)' : 'currentColor'}
            />
          </g>
        ))}
      </g>
    </svg>
  );
}
