/** Captions and lyrics in from a file, and all words out as one. */
import { useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button';
import { ErrorMessage } from '../../../components/message';
import { useStudio } from '../../../studio-context';
import { useTask } from '../../../use-task';
import styles from './panels.module.css';

export function CaptionActions({ isEmpty }: { isEmpty: boolean }): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const input = useRef<HTMLInputElement>(null);
  const { run, busy, error } = useTask();
  return (
    <>
      <div className={styles.actions}>
        <input
          ref={input}
          type="file"
          accept=".srt,.lrc,text/plain"
          hidden
          data-testid="import-captions"
          onChange={(event) => {
            const file = event.target.files?.[0];
            event.target.value = '';
            if (file !== undefined) run(() => editor.addCaptions(file));
          }}
        />
        <Button icon="import" busy={busy} onClick={() => input.current?.click()}>
          {t('editor.captionsAdd')}
        </Button>
        <Button icon="download" disabled={isEmpty} onClick={() => editor.saveCaptions()}>
          {t('editor.captionsSave')}
        </Button>
      </div>
      {error === null ? null : <ErrorMessage error={error} />}
    </>
  );
}
