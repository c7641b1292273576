/** Says that something is deleted, and offers it back. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import { LiveRegion } from './live-region';
import { Message } from './message';

/** @param props.name what was deleted; null while nothing was */
export function DeletedNote(props: { name: string | null; onUndo: () => void }): ReactElement {
  const { t } = useTranslation();
  const gone =
    props.name === null
      ? ''
      : t('library.deleted', { name: props.name, interpolation: { escapeValue: false } });
  return (
    <>
      <LiveRegion message={gone} />
      {props.name === null ? null : (
        <Message title={gone}>
          <Button icon="undo" onClick={props.onUndo}>
            {t('library.undo')}
          </Button>
        </Message>
      )}
    </>
  );
}
