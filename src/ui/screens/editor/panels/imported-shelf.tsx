/** Foreign effects and tables: taken in by button or by dropping files, and added from here. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportedAsset } from '../../../../effects/imported-asset';
import type { ImportOutcome } from '../../../../studio/effect-shelf';
import { DeletedNote } from '../../../components/deleted-note';
import { FileButton } from '../../../components/file-button';
import { IconButton } from '../../../components/icon-button';
import { ErrorMessage, Message } from '../../../components/message';
import { useStudio, useStudioState } from '../../../studio-context';
import { useTask } from '../../../use-task';
import styles from './panels.module.css';
import tiles from './tiles.module.css';

/** What can be read, as the file picker is told. */
const ENDINGS = '.fs,.vs,.isf,.glsl,.frag,.cube,image/*';

export function ImportedShelf(): ReactElement {
  const { t } = useTranslation();
  const { editor, effectShelf } = useStudio();
  const assets = useStudioState(effectShelf.store, (state) => state.assets);
  const importing = useStudioState(effectShelf.store, (state) => state.importing);
  const [outcomes, setOutcomes] = useState<readonly ImportOutcome[]>([]);
  const [isOver, setOver] = useState(false);
  const [deleted, setDeleted] = useState<ImportedAsset | null>(null);
  const { run, error } = useTask();
  const add = (asset: ImportedAsset): void => {
    const itemId = editor.addImported(asset);
    if (itemId !== null) editor.select(itemId);
  };
  const take = (files: readonly File[]): void => {
    if (files.length === 0) return;
    run(async () => {
      const results = await effectShelf.importFiles(files);
      setOutcomes(results);
      // One file is meant to be used at once; of many the person chooses.
      const [only] = results;
      if (results.length === 1 && only?.kind === 'taken') add(only.asset);
    });
  };
  return (
    <section className={styles.part} aria-label={t('editor.category.imported')}>
      <h3 className={styles.heading}>{t('editor.category.imported')}</h3>
      <div
        className={tiles.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take([...event.dataTransfer.files]);
        }}
      >
        <p className={styles.hint}>{t('editor.importHint')}</p>
        <FileButton
          label={
            importing === null ? t('editor.importEffects') : t('editor.importTrying', { name: importing })
          }
          accept={ENDINGS}
          multiple
          busy={importing !== null}
          testId="import-effects"
          onFiles={take}
        />
      </div>
      {outcomes.map((outcome, index) => (
        <Outcome key={`${outcome.name}-${index}`} outcome={outcome} />
      ))}
      {assets.length === 0 ? null : (
        <ul className={styles.lines}>
          {assets.map((asset) => (
            <li key={asset.id} className={tiles.own}>
              <button type="button" className={styles.line} onClick={() => add(asset)}>
                <span className={styles.lineWords}>
                  <span className={styles.lineName}>{asset.name}</span>
                  <span className={styles.hint}>{t(`editor.importKind.${asset.kind}`)}</span>
                </span>
              </button>
              <IconButton
                icon="trash"
                label={t('editor.remove', { name: asset.name })}
                onClick={() =>
                  run(async () => {
                    await effectShelf.removeAsset(asset.id);
                    setDeleted(asset);
                  })
                }
              />
            </li>
          ))}
        </ul>
      )}
      {error === null ? null : <ErrorMessage error={error} />}
      <DeletedNote
        name={deleted?.name ?? null}
        onUndo={() =>
          run(async () => {
            if (deleted !== null) await effectShelf.restoreAsset(deleted);
            setDeleted(null);
          })
        }
      />
    </section>
  );
}

function Outcome({ outcome }: { outcome: ImportOutcome }): ReactElement | null {
  const { t } = useTranslation();
  const { name } = outcome;
  switch (outcome.kind) {
    case 'taken':
      return (
        <Message
          title={t('editor.importTaken', { name })}
          next={t(`editor.importNext.${outcome.asset.kind}`)}
        />
      );
    case 'refused': {
      const { line, reason } = outcome.refusal;
      const why = t(`editor.importReason.${reason}`);
      return (
        <Message
          tone="error"
          title={t('editor.importRefused', { name })}
          next={line > 0 ? t('editor.importLine', { line, why }) : why}
        />
      );
    }
    case 'failed': {
      const { code, values } = outcome.error;
      const { line, detail } = values;
      const why =
        typeof detail === 'string'
          ? detail
          : `${t(`error.${code}.title`, values)}. ${t(`error.${code}.next`, values)}`;
      return (
        <Message
          tone="error"
          title={t('editor.importRefused', { name })}
          next={typeof line === 'number' && line > 0 ? t('editor.importLine', { line, why }) : why}
        />
      );
    }
  }
}
