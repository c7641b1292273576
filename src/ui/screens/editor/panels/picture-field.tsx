/** The choice among the pictures that the project holds, and another one from the device. */
import { useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { EDIT_NAMES } from '../../../../studio/edit-names';
import { Button } from '../../../components/button';
import { ErrorMessage } from '../../../components/message';
import { Select } from '../../../components/select';
import { useStudio, useStudioState } from '../../../studio-context';
import { useTask } from '../../../use-task';
import styles from './panels.module.css';

export interface PictureFieldProps {
  label: string;
  /** Id of an imported picture; '' for none. */
  value: string;
  onChange: (value: string) => void;
}

export function PictureField({ label, value, onChange }: PictureFieldProps): ReactElement {
  const { t } = useTranslation();
  const { editor, effectShelf } = useStudio();
  const imports = useStudioState(editor.store, (state) => state.project?.imports);
  const input = useRef<HTMLInputElement>(null);
  const { run, busy, error } = useTask();
  const pictures = Object.values(imports ?? {}).filter(({ kind }) => kind === 'picture');
  const options = [
    { value: '', label: t('editor.pictureNone') },
    ...pictures.map(({ id, name }) => ({ value: id, label: name })),
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
      <Select label={label} value={value} options={options} onChange={onChange} />
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        data-testid="import-picture"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) take(file);
        }}
      />
      <Button icon="import" busy={busy} onClick={() => input.current?.click()}>
        {t('editor.pictureChoose')}
      </Button>
      {error === null ? null : <ErrorMessage error={error} />}
    </div>
  );
}
