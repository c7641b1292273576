/** Finished films. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExportRecord } from '../../../storage/records';
import { Button } from '../../components/button';
import { EmptyState } from '../../components/empty-state';
import { formatBytes, formatWhen } from '../../format';
import { useLocale } from '../../localized';
import { useNavigate } from '../../navigation';
import { useStudio, useStudioState } from '../../studio-context';
import { LibraryCard } from './library-card';
import { PlayDialog } from './play-dialog';
import styles from './library-screen.module.css';

/** Newest first. A press plays; the menu saves and shares. */
export function ExportList({ onShowProjects }: { onShowProjects: () => void }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const navigate = useNavigate();
  const { exporter, library } = useStudio();
  const films = useStudioState(library.store, (state) => state.exports);
  const projects = useStudioState(library.store, (state) => state.projects);
  const [playing, setPlaying] = useState<ExportRecord | null>(null);
  if (films.length === 0)
    return (
      <EmptyState icon="share" title={t('library.emptyExportsTitle')} next={t('library.emptyExportsNext')}>
        {projects.length === 0 ? null : <Button onClick={onShowProjects}>{t('library.toProjects')}</Button>}
      </EmptyState>
    );
  return (
    <>
      <ul className={styles.grid}>
        {[...films]
          .sort((a, b) => b.createdAt - a.createdAt)
          .map((film) => (
            <LibraryCard
              key={film.id}
              kind="export"
              id={film.id}
              name={film.name}
              duration={film.duration}
              facts={[
                formatWhen(film.createdAt, locale),
                `${formatBytes(film.bytes, locale)} · ${film.size.width} × ${film.size.height}`,
              ]}
              press={{
                label: t('library.play', { name: film.name, interpolation: { escapeValue: false } }),
                run: () => setPlaying(film),
              }}
              actions={[
                {
                  icon: 'download',
                  label: t('library.save'),
                  run: async () => void (await exporter.download(film.id)),
                },
                ...(typeof navigator.share === 'function'
                  ? [
                      {
                        icon: 'share',
                        label: t('library.share'),
                        run: () => exporter.share(film.id),
                      } as const,
                    ]
                  : []),
                ...(projects.some(({ id }) => id === film.projectId)
                  ? [
                      {
                        icon: 'sliders',
                        label: t('library.editAgain'),
                        run: () => navigate({ screen: 'editor', projectId: film.projectId }),
                      } as const,
                    ]
                  : []),
              ]}
            />
          ))}
      </ul>
      <PlayDialog
        media={
          playing === null ? null : { kind: 'export', id: playing.id, name: playing.name, mirror: false }
        }
        onClose={() => setPlaying(null)}
      />
    </>
  );
}
