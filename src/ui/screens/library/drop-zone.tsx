/** A video that is dropped anywhere on the screen is brought in. */
import { useState, type DragEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/icons';
import styles from './library-screen.module.css';

/** Shows where to drop while a file is held over the page. */
export function DropZone(props: { onFile: (file: File) => void; children: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const [isOver, setOver] = useState(false);
  const hasFile = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  return (
    <div
      onDragOver={(event) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = 'copy';
        setOver(true);
      }}
      onDragLeave={(event) => {
        const goesTo = event.relatedTarget;
        if (!(goesTo instanceof Node) || !event.currentTarget.contains(goesTo)) setOver(false);
      }}
      onDrop={(event) => {
        if (!hasFile(event)) return;
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer.files[0];
        if (file !== undefined) props.onFile(file);
      }}
    >
      {props.children}
      {isOver ? (
        <div className={styles.drop} aria-hidden="true">
          <Icon name="import" size={48} />
          <p>{t('library.dropTitle')}</p>
        </div>
      ) : null}
    </div>
  );
}
