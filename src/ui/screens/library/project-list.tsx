/** Films in the making. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../../components/empty-state';
import { ImportClipButton } from '../../components/import-clip-button';
import { formatWhen } from '../../format';
import { useLocale } from '../../localized';
import { ButtonLink, useNavigate } from '../../navigation';
import { useStudio, useStudioState } from '../../studio-context';
import { LibraryCard } from './library-card';
import styles from './library-screen.module.css';

/** The one that was changed last comes first. */
export function ProjectList({ onImport }: { onImport: (file: File) => void }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const navigate = useNavigate();
  const { library } = useStudio();
  const projects = useStudioState(library.store, (state) => state.projects);
  if (projects.length === 0)
    return (
      <EmptyState icon="film" title={t('library.emptyProjectsTitle')} next={t('library.emptyProjectsNext')}>
        <ButtonLink to={{ screen: 'create' }} tone="primary" icon="camera">
          {t('library.record')}
        </ButtonLink>
        <ImportClipButton onFile={onImport} />
      </EmptyState>
    );
  return (
    <ul className={styles.grid}>
      {[...projects]
        .sort((a, b) => b.modifiedAt - a.modifiedAt)
        .map((project) => (
          <LibraryCard
            key={project.id}
            kind="project"
            id={project.id}
            name={project.name}
            duration={project.duration}
            facts={[formatWhen(project.modifiedAt, locale)]}
            press={{
              label: t('library.open', { name: project.name, interpolation: { escapeValue: false } }),
              to: { screen: 'editor', projectId: project.id },
            }}
            actions={[
              {
                icon: 'sliders',
                label: t('library.edit'),
                run: () => navigate({ screen: 'editor', projectId: project.id }),
              },
              {
                icon: 'share',
                label: t('export.title'),
                run: () => navigate({ screen: 'export', projectId: project.id }),
              },
              {
                icon: 'copy',
                label: t('library.duplicate'),
                run: async () => void (await library.duplicateProject(project.id)),
              },
            ]}
          />
        ))}
    </ul>
  );
}
