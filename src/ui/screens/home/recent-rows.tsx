/** Drafts and takes on the first screen, newest first. */
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { StudioError } from '../../../core/errors';
import type { TakeRecord } from '../../../storage/records';
import { ErrorMessage } from '../../components/message';
import { Thumbnail } from '../../components/thumbnail';
import { formatClock, formatWhen } from '../../format';
import { useLocale } from '../../localized';
import { Link, useNavigate } from '../../navigation';
import { useStudio, useStudioState } from '../../studio-context';
import { useTask } from '../../use-task';
import styles from './home-screen.module.css';

/** A row holds what fits a glance; the library has the rest. */
const ROW_LENGTH = 8;

/** Projects that were begun. Nothing when there are none. */
export function DraftRow(): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const { library } = useStudio();
  const projects = useStudioState(library.store, (state) => state.projects);
  if (projects.length === 0) return null;
  const newest = [...projects].sort((a, b) => b.modifiedAt - a.modifiedAt).slice(0, ROW_LENGTH);
  return (
    <Row title={t('home.drafts')}>
      {newest.map((project) => (
        <Link
          key={project.id}
          to={{ screen: 'editor', projectId: project.id }}
          className={styles.card}
          aria-label={t('home.openDraft', { name: project.name })}
        >
          <Thumbnail kind="project" id={project.id}>
            <span className={styles.badge}>{formatClock(project.duration)}</span>
          </Thumbnail>
          <span className={styles.cardName}>{project.name}</span>
          <span className={styles.cardFact}>{formatWhen(project.modifiedAt, locale)}</span>
        </Link>
      ))}
    </Row>
  );
}

/** Takes: a judged one opens its result, another one becomes a film. Nothing when there are none. */
export function TakeRow(): ReactElement | null {
  const { t } = useTranslation();
  const { library } = useStudio();
  const navigate = useNavigate();
  const making = useTask();
  const takes = useStudioState(library.store, (state) => state.takes);
  const shown = [...takes]
    .filter((take) => take.state !== 'recording')
    .sort((a, b) => b.createdAt - a.createdAt)
    .slice(0, ROW_LENGTH);
  if (shown.length === 0) return null;
  const makeFilm = (take: TakeRecord): void =>
    making.run(async () => {
      navigate({ screen: 'editor', projectId: await library.createProject(take.id) });
    });
  return (
    <Row title={t('home.takes')} error={making.error}>
      {shown.map((take) =>
        take.verdict === null ? (
          <button
            key={take.id}
            type="button"
            className={styles.card}
            aria-label={t('home.openTake', { name: take.name })}
            disabled={making.busy}
            onClick={() => makeFilm(take)}
          >
            <TakeFace take={take} />
          </button>
        ) : (
          <Link
            key={take.id}
            to={{ screen: 'result', takeId: take.id }}
            className={styles.card}
            aria-label={t('home.openResult', { name: take.name })}
          >
            <TakeFace take={take} />
          </Link>
        ),
      )}
    </Row>
  );
}

function TakeFace(props: { take: TakeRecord }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { take } = props;
  const fact =
    take.verdict !== null
      ? t('home.score', { score: Math.round(take.verdict.score) })
      : take.state === 'recovered'
        ? t('home.recovered')
        : formatWhen(take.createdAt, locale);
  return (
    <>
      <Thumbnail kind="take" id={take.id}>
        <span className={styles.badge}>{formatClock(take.duration)}</span>
      </Thumbnail>
      <span className={styles.cardName}>{take.name}</span>
      <span className={styles.cardFact}>{fact}</span>
    </>
  );
}

function Row(props: { title: string; error?: StudioError | null; children: ReactNode }): ReactElement {
  const { t } = useTranslation();
  return (
    <section className={styles.section} aria-label={props.title}>
      <div className={styles.sectionHead}>
        <h2 className={styles.sectionTitle}>{props.title}</h2>
        <Link to={{ screen: 'library' }} className={styles.seeAll}>
          {t('home.all')}
        </Link>
      </div>
      {props.error == null ? null : <ErrorMessage error={props.error} />}
      <div className={styles.row}>{props.children}</div>
    </section>
  );
}
