/** Asks for a name. */
import { useId, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import { Dialog } from './dialog';
import styles from './name-dialog.module.css';

/** As long as a project's name may be. */
const LONGEST_NAME = 200;

export interface NameDialogProps {
  open: boolean;
  title: string;
  /** What the field is for. */
  label: string;
  /** The name as it is. */
  name: string;
  onClose: () => void;
  /** A new name: trimmed, not empty, not the old one. */
  onName: (name: string) => void;
}

/** A field and two buttons; Enter saves, Escape leaves the name as it was. */
export function NameDialog(props: NameDialogProps): ReactElement {
  const { t } = useTranslation();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const save = (): void => {
    const name = input.current?.value.trim() ?? '';
    if (name !== '' && name !== props.name) props.onName(name);
    props.onClose();
  };
  return (
    <Dialog
      open={props.open}
      onClose={props.onClose}
      title={props.title}
      actions={
        <>
          <Button tone="quiet" onClick={props.onClose}>
            {t('common.cancel')}
          </Button>
          <Button tone="primary" onClick={save}>
            {t('common.save')}
          </Button>
        </>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label className={styles.label} htmlFor={id}>
          {props.label}
        </label>
        <input
          ref={input}
          id={id}
          className={styles.input}
          type="text"
          autoComplete="off"
          maxLength={LONGEST_NAME}
          defaultValue={props.name}
          onFocus={(event) => event.target.select()}
        />
      </form>
    </Dialog>
  );
}
