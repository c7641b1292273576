/** Home: the two acts, and what was begun. */
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { ChallengeCard as Challenge } from '../../../studio/dance';
import { Button } from '../../components/button';
import { ChallengeCard } from '../../components/challenge-card';
import { classNames } from '../../components/class-names';
import { EmptyState } from '../../components/empty-state';
import { Icon } from '../../components/icons';
import { ImportClipButton } from '../../components/import-clip-button';
import { ErrorMessage, Message } from '../../components/message';
import { ScreenHeading } from '../../components/screen-heading';
import { installOffer } from '../../install-prompt';
import { useLocalized } from '../../localized';
import { Link } from '../../navigation';
import { useStudio, useStudioState } from '../../studio-context';
import { useImportClip } from '../../use-import-clip';
import { useTask } from '../../use-task';
import { DancerArt, LensArt } from './act-art';
import { DraftRow, TakeRow } from './recent-rows';
import styles from './home-screen.module.css';

/** The first screen. */
export function HomeScreen(): ReactElement {
  const { t } = useTranslation();
  const { library } = useStudio();
  const loading = useTask();
  const { task: importing, importClip } = useImportClip();
  const isEmpty = useStudioState(
    library.store,
    (state) => state.loaded && state.takes.length === 0 && state.projects.length === 0,
  );
  const { run } = loading;
  useEffect(() => run(() => library.refresh()), [run, library]);
  const error = importing.error ?? loading.error;
  return (
    <div className={styles.page}>
      <header className={styles.bar}>
        <span className={styles.brand}>
          <span className={styles.ring} aria-hidden="true" />
          Fifteen
        </span>
        <nav className={styles.menu} aria-label={t('common.menu')}>
          <Link to={{ screen: 'library' }} className={styles.menuLink}>
            <Icon name="library" />
            <span>{t('common.library')}</span>
          </Link>
          <Link to={{ screen: 'settings' }} className={styles.menuLink} aria-label={t('common.settings')}>
            <Icon name="settings" />
          </Link>
        </nav>
      </header>
      <main>
        <div className={styles.hero}>
          <div className={styles.words}>
            <ScreenHeading className={styles.headline} tabTitle={t('home.title')}>
              {t('home.headline')}
            </ScreenHeading>
            <p className={styles.intro}>{t('home.intro')}</p>
          </div>
          <div className={styles.acts}>
            <Link to={{ screen: 'create' }} className={classNames(styles.act, styles.create)}>
              <LensArt className={styles.art} />
              <span className={styles.actName}>{t('common.create')}</span>
              <span className={styles.actHint}>{t('home.createHint')}</span>
            </Link>
            <Link
              to={{ screen: 'dance', challengeId: null }}
              className={classNames(styles.act, styles.dance)}
            >
              <DancerArt className={styles.art} />
              <span className={styles.actName}>{t('common.dance')}</span>
              <span className={styles.actHint}>{t('home.danceHint')}</span>
            </Link>
          </div>
        </div>
        {error === null ? null : <ErrorMessage error={error} />}
        {isEmpty ? (
          <EmptyState icon="film" title={t('home.emptyTitle')} next={t('home.emptyNext')}>
            <ImportClipButton onFile={importClip} busy={importing.busy} />
          </EmptyState>
        ) : null}
        <DraftRow />
        <Challenges />
        <TakeRow />
        <InstallHint />
      </main>
    </div>
  );
}

function Challenges(): ReactElement | null {
  const { t } = useTranslation();
  const { dance } = useStudio();
  const localized = useLocalized();
  const [challenges, setChallenges] = useState<readonly Challenge[]>([]);
  const { run, error } = useTask();
  useEffect(() => run(async () => setChallenges(await dance.listChallenges())), [run, dance]);
  if (error !== null) return <ErrorMessage error={error} />;
  if (challenges.length === 0) return null;
  const next = challenges.find(({ lock }) => lock !== null);
  return (
    <section className={styles.section} aria-labelledby="home-challenges">
      <div className={styles.sectionHead}>
        <h2 id="home-challenges" className={styles.sectionTitle}>
          {t('home.challenges')}
        </h2>
        <Link to={{ screen: 'dance', challengeId: null }} className={styles.seeAll}>
          {t('home.all')}
        </Link>
      </div>
      {next?.lock == null ? null : (
        <p className={styles.nextSeries}>
          {t('home.nextSeries', {
            series: localized(next.seriesName),
            count: next.lock.missing,
            before: localized(next.lock.seriesName),
          })}
        </p>
      )}
      <div className={classNames(styles.row, styles.challenges)}>
        {forYou(challenges).map((challenge) => (
          <ChallengeCard key={challenge.id} challenge={challenge} />
        ))}
      </div>
    </section>
  );
}

function InstallHint(): ReactElement | null {
  const { t } = useTranslation();
  const install = useStore(installOffer, (state) => state.install);
  if (install === null) return null;
  return (
    <section className={styles.section}>
      <Message title={t('common.installTitle')} next={t('common.installNext')}>
        <Button onClick={() => void install()}>{t('common.install')}</Button>
      </Message>
    </section>
  );
}

/** Shown on Home; the picker has all. */
const MOST_SHOWN = 6;

/** Open ones: first what was never danced, then what went least well; nothing learnt leaves the device. */
function forYou(challenges: readonly Challenge[]): readonly Challenge[] {
  return challenges
    .filter(({ lock }) => lock === null)
    .sort((a, b) => (a.best ?? -1) - (b.best ?? -1) || a.level - b.level)
    .slice(0, MOST_SHOWN);
}
