/** "Fill my clips into this": a template, some takes, and the film is there. */
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Template } from '../../../project/template';
import type { BundledTemplate } from '../../../project/templates/bundled-templates';
import { Button } from '../../components/button';
import { FileButton } from '../../components/file-button';
import { ErrorMessage } from '../../components/message';
import { Sheet } from '../../components/sheet';
import { Thumbnail } from '../../components/thumbnail';
import { formatClock } from '../../format';
import { useLocalized } from '../../localized';
import { useNavigate } from '../../navigation';
import { useStudio, useStudioState } from '../../studio-context';
import { useTask } from '../../use-task';
import styles from './template-sheet.module.css';

interface Chosen {
  readonly id: string;
  readonly name: string;
  readonly template: Template;
}

export function TemplateSheet(props: { open: boolean; onClose: () => void }): ReactElement {
  const { t } = useTranslation();
  const localized = useLocalized();
  const navigate = useNavigate();
  const { library } = useStudio();
  const takes = useStudioState(library.store, (state) => state.takes);
  const [bundled, setBundled] = useState<readonly BundledTemplate[]>([]);
  const [own, setOwn] = useState<Chosen | null>(null);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [takeIds, setTakeIds] = useState<readonly string[]>([]);
  const { run, busy, error } = useTask();
  const { open, onClose } = props;
  useEffect(() => {
    if (open) run(async () => setBundled(await library.templates()));
  }, [open, library, run]);

  const choices: readonly (Chosen & { readonly hint: string })[] = [
    ...(own === null ? [] : [{ ...own, hint: t('library.templateOwn') }]),
    ...bundled.map(({ id, name, hint, template }) => ({
      id,
      template,
      name: localized(name),
      hint: localized(hint),
    })),
  ];
  const chosen = choices.find(({ id }) => id === chosenId) ?? choices[0];
  const ready = takes.filter(({ state }) => state !== 'recording');
  const toggle = (id: string): void =>
    setTakeIds((before) => (before.includes(id) ? before.filter((each) => each !== id) : [...before, id]));
  const make = (): void => {
    if (chosen === undefined) return;
    run(async () => {
      const projectId = await library.createFromTemplate(chosen.template, takeIds, chosen.name);
      navigate({ screen: 'editor', projectId });
    });
  };

  return (
    <Sheet open={open} onClose={onClose} title={t('library.templates')}>
      <div className={styles.sheet}>
        {error === null ? null : <ErrorMessage error={error} />}
        <fieldset className={styles.part}>
          <legend className={styles.heading}>{t('library.templateChoose')}</legend>
          {choices.map((choice) => (
            <label key={choice.id} className={styles.template}>
              <input
                className={styles.radio}
                type="radio"
                name="template"
                checked={choice === chosen}
                onChange={() => setChosenId(choice.id)}
              />
              <span className={styles.words}>
                <span className={styles.name}>{choice.name}</span>
                <span className={styles.hint}>{choice.hint}</span>
              </span>
              <CutStrip template={choice.template} />
            </label>
          ))}
        </fieldset>
        <FileButton
          label={t('library.templateOpen')}
          accept=".fifteen-template,application/json"
          testId="open-template"
          busy={busy}
          onFiles={([file]) =>
            run(async () => {
              if (file === undefined) return;
              const template = await library.readTemplate(file);
              setOwn({ id: 'own', name: template.name, template });
              setChosenId('own');
            })
          }
        />
        <div className={styles.part} role="group" aria-label={t('library.templateTakes')}>
          <h3 className={styles.heading}>{t('library.templateTakes')}</h3>
          <p className={styles.hint}>{t('library.templateTakesHint')}</p>
          <ul className={styles.takes}>
            {ready.map((take) => {
              const place = takeIds.indexOf(take.id);
              return (
                <li key={take.id}>
                  <button
                    type="button"
                    className={styles.take}
                    aria-pressed={place >= 0}
                    aria-label={t('library.templateTake', { name: take.name })}
                    onClick={() => toggle(take.id)}
                  >
                    <Thumbnail kind="take" id={take.id}>
                      {place >= 0 ? <span className={styles.number}>{place + 1}</span> : null}
                      <span className={styles.length}>{formatClock(take.duration)}</span>
                    </Thumbnail>
                    <span className={styles.takeName}>{take.name}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        </div>
        <Button tone="primary" wide busy={busy} disabled={chosen === undefined} onClick={make}>
          {t('library.templateMake')}
        </Button>
      </div>
    </Sheet>
  );
}

/** Where the cuts of a template lie. */
function CutStrip({ template }: { template: Template }): ReactElement {
  const clips = template.project.tracks.flatMap((track) => (track.kind === 'video' ? [...track.items] : []));
  return (
    <span className={styles.strip} aria-hidden="true">
      {clips.map(({ id, duration }) => (
        <span key={id} className={styles.cut} style={{ flexGrow: duration }} />
      ))}
    </span>
  );
}
