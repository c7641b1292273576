/** A panel that comes up from below on a phone and from the side on a desktop. */
import { Dialog as BaseDialog } from '@base-ui/react/dialog';
import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from './class-names';
import { IconButton } from './icon-button';
import styles from './sheet.module.css';

export interface SheetProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** `modal` dims and holds the focus; `tray` leaves the picture beside it in sight and in reach. */
  kind?: 'modal' | 'tray' | undefined;
  children: ReactNode;
}

/** Escape, the cross and (when modal) a press outside close it; the focus returns to where it was. */
export function Sheet(props: SheetProps): ReactElement {
  const { t } = useTranslation();
  const isTray = props.kind === 'tray';
  return (
    <BaseDialog.Root
      open={props.open}
      modal={!isTray}
      disablePointerDismissal={isTray}
      onOpenChange={(open) => {
        if (!open) props.onClose();
      }}
    >
      <BaseDialog.Portal>
        {isTray ? null : <BaseDialog.Backdrop className={styles.backdrop} />}
        <BaseDialog.Popup className={classNames(styles.sheet, isTray && styles.tray)}>
          <div className={styles.head}>
            <BaseDialog.Title className={styles.title}>{props.title}</BaseDialog.Title>
            <BaseDialog.Close render={<IconButton icon="close" label={t('common.close')} />} />
          </div>
          <div className={styles.body}>{props.children}</div>
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
