/** A short question in the middle of the screen. */
import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import type { ReactElement, ReactNode } from 'react';
import styles from './dialog.module.css';

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children?: ReactNode;
  /** Buttons, the safe one first. */
  actions: ReactNode;
}

/** Holds the focus until it is answered or closed with Escape. */
export function Dialog(props: DialogProps): ReactElement {
  return (
    <BaseDialog.Root
      open={props.open}
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
    >
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Popup className={styles.dialog}>
          <BaseDialog.Title className={styles.title}>{props.title}</BaseDialog.Title>
          {props.children === undefined ? null : (
            <BaseDialog.Description className={styles.body} render={<div />}>
              {props.children}
            </BaseDialog.Description>
          )}
          <div className={styles.actions}>{props.actions}</div>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
