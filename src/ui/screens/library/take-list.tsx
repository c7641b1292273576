/** Takes: everything that was recorded or brought in, as it was. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { TakeRecord } from '../../../storage/records';
import { EmptyState } from '../../components/empty-state';
import { ImportClipButton } from '../../components/import-clip-button';
import { formatBytes, formatWhen } from '../../format';
import { useLocale } from '../../localized';
import { ButtonLink, useNavigate } from '../../navigation';
import { useStudio, useStudioState } from '../../studio-context';
import { JudgeDialog } from './judge-dialog';
import { LibraryCard, type CardAction } from './library-card';
import { PlayDialog } from './play-dialog';
import styles from './library-screen.module.css';

/** Newest first. A press plays; the menu makes a film of it. */
export function TakeList({ onImport }: { onImport: (file: File) => void }): ReactElement {
  const { t } = useTranslation();
  const { library } = useStudio();
  const takes = useStudioState(library.store, (state) => state.takes);
  const [playing, setPlaying] = useState<TakeRecord | null>(null);
  const [judged, setJudged] = useState<TakeRecord | null>(null);
  if (takes.length === 0)
    return (
      <EmptyState icon="camera" title={t('library.emptyTakesTitle')} next={t('library.emptyTakesNext')}>
        <ButtonLink to={{ screen: 'create' }} tone="primary" icon="camera">
          {t('library.record')}
        </ButtonLink>
        <ImportClipButton onFile={onImport} />
      </EmptyState>
    );
  return (
    <>
      <ul className={styles.grid}>
        {[...takes]
          .sort((a, b) => b.createdAt - a.createdAt)
          .map((take) => (
            <TakeCard
              key={take.id}
              take={take}
              onPlay={() => setPlaying(take)}
              onJudge={() => setJudged(take)}
            />
          ))}
      </ul>
      <JudgeDialog take={judged} onClose={() => setJudged(null)} />
      <PlayDialog
        media={
          playing === null
            ? null
            : { kind: 'take', id: playing.id, name: playing.name, mirror: playing.mirror }
        }
        onClose={() => setPlaying(null)}
      />
    </>
  );
}

function TakeCard({
  take,
  onPlay,
  onJudge,
}: {
  take: TakeRecord;
  onPlay: () => void;
  onJudge: () => void;
}): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const navigate = useNavigate();
  const { library } = useStudio();
  const about = [
    take.verdict === null ? null : t('library.score', { score: Math.round(take.verdict.score) }),
    take.origin === 'import' ? t('library.imported') : take.origin === 'demo' ? t('library.demo') : null,
    formatBytes(take.bytes, locale),
    take.hasSound ? null : t('library.noSound'),
  ];
  const makeFilm: CardAction = {
    icon: 'plus',
    label: t('library.makeProject'),
    run: async () => navigate({ screen: 'editor', projectId: await library.createProject(take.id) }),
  };
  const seeResult: CardAction = {
    icon: 'star',
    label: t('library.result'),
    run: () => navigate({ screen: 'result', takeId: take.id }),
  };
  const judge: CardAction = { icon: 'star', label: t('library.judge'), run: onJudge };
  return (
    <LibraryCard
      kind="take"
      id={take.id}
      name={take.name}
      duration={take.state === 'recording' ? null : take.duration}
      facts={[formatWhen(take.createdAt, locale), about.filter((fact) => fact !== null).join(' · ')]}
      flag={
        take.state === 'recovered'
          ? t('library.recovered')
          : take.state === 'recording'
            ? t('library.recording')
            : undefined
      }
      press={{
        label: t('library.play', { name: take.name, interpolation: { escapeValue: false } }),
        run: onPlay,
      }}
      actions={take.state === 'recording' ? [] : [makeFilm, take.verdict === null ? judge : seeResult]}
    />
  );
}
