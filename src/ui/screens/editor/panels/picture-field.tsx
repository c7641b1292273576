/** The choice among the pictures that the project holds, the takes of the library, and another picture from the device. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EDIT_NAMES } from '../../../../studio/edit-names';
import { FileButton } from '../../../components/file-button';
import { ErrorMessage } from '../../../components/message';
import { Select } from '../../../components/select';
import { useStudio, useStudioState } from '../../../studio-context';
import { useTask } from '../../../use-task';
import styles from './panels.module.css';

export interface PictureFieldProps {
  label: string;
  /** Id of an imported picture or of a source; '' for none. */
  value: string;
  onChange: (value: string) => void;
}

export function PictureField({ label, value, onChange }: PictureFieldProps): ReactElement {
  const { t } = useTranslation();
  const { editor, effectShelf, library } = useStudio();
  const imports = useStudioState(editor.store, (state) => state.project?.imports);
  const sources = useStudioState(editor.store, (state) => state.project?.sources);
  const takes = useStudioState(library.store, (state) => state.takes);
  const { run, busy, error } = useTask();
  const valueOfTake = (takeId: string): string =>
    Object.entries(sources ?? {}).find(([, source]) => source.takeId === takeId)?.[0] ?? `take:${takeId}`;
  const choose = (next: string): void => {
    const take = takes.find(({ id }) => valueOfTake(id) === next);
    if (take === undefined) onChange(next);
    // One step for the person: the take becomes known and is shown.
    else {
      editor.beginGesture(EDIT_NAMES.changeEffect);
      onChange(editor.takeSource(take));
      editor.endGesture();
    }
  };
  const pictures = Object.values(imports ?? {}).filter(({ kind }) => kind === 'picture');
  const options = [
    { value: '', label: t('editor.pictureNone') },
    ...pictures.map(({ id, name }) => ({ value: id, label: name })),
    ...takes.map(({ id, name }) => ({ value: valueOfTake(id), label: t('editor.pictureTake', { name }) })),
  ];
  const take = (file: File): void =>
    run(async () => {
      const [outcome] = await effectShelf.importFiles([file]);
      if (outcome?.kind === 'failed') throw outcome.error;
      if (outcome?.kind !== 'taken') return;
      // One step for the person: the picture comes in and is shown.
      editor.beginGesture(EDIT_NAMES.changeEffect);
      editor.takeAsset(outcome.asset);
      onChange(outcome.asset.id);
      editor.endGesture();
    });
  return (
    <div className={styles.part}>
      <Select label={label} value={value} options={options} onChange={choose} />
      <FileButton
        label={t('editor.pictureChoose')}
        accept="image/*"
        busy={busy}
        testId="import-picture"
        onFiles={([file]) => file !== undefined && take(file)}
      />
      {error === null ? null : <ErrorMessage error={error} />}
    </div>
  );
}
