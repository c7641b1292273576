/** The choice among the tables of colours that the project holds. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../../components/select';
import { useStudio, useStudioState } from '../../../studio-context';

export interface LutFieldProps {
  label: string;
  /** Id of an imported table; '' for none. */
  value: string;
  onChange: (value: string) => void;
}

export function LutField({ label, value, onChange }: LutFieldProps): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const imports = useStudioState(editor.store, (state) => state.project?.imports);
  const tables = Object.values(imports ?? {}).filter(({ kind }) => kind === 'lut');
  const options = [
    { value: '', label: t('editor.lutNone') },
    ...tables.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return <Select label={label} value={value} options={options} onChange={onChange} />;
}
