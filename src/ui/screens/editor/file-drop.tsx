/** Files that are dropped anywhere on the editor go where they belong: films, songs, pictures, captions, effects. */
import { useState, type DragEvent, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StudioError } from '../../../core/errors';
import { Button } from '../../components/button';
import { Icon } from '../../components/icons';
import { ErrorMessage } from '../../components/message';
import { useStudio } from '../../studio-context';
import { useTask } from '../../use-task';
import styles from './file-drop.module.css';

const CAPTIONS = /\.(srt|lrc)$/i;
const EFFECTS = /\.(cube|fs|isf|glsl|vs)$/i;
const SOUNDS = /\.(mp3|m4a|aac|wav|ogg|opus|flac)$/i;

/** What a file is to the editor, by its type and its name. */
export function kindOfFile({
  name,
  type,
}: Pick<File, 'name' | 'type'>): 'film' | 'song' | 'picture' | 'captions' | 'effect' | null {
  if (CAPTIONS.test(name)) return 'captions';
  if (EFFECTS.test(name)) return 'effect';
  if (type.startsWith('audio/') || SOUNDS.test(name)) return 'song';
  if (type.startsWith('image/')) return 'picture';
  return type.startsWith('video/') || /\.(mp4|mov|webm|mkv|m4v|avi)$/i.test(name) ? 'film' : null;
}

/** Shows where to drop while a file is held over the page. Each thing that can be dropped has its button, too. */
export function FileDrop({ children }: { children: ReactNode }): ReactElement {
  const { t } = useTranslation();
  const { editor, effectShelf, library } = useStudio();
  const { busy, error, run, clear } = useTask();
  const [isOver, setOver] = useState(false);
  const hasFile = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');

  const take = async (file: File): Promise<void> => {
    switch (kindOfFile(file)) {
      case 'film':
        return editor.addFile(file);
      case 'song': {
        const song = await library.importSong(file);
        editor.setMusic({ kind: 'imported', id: song.id });
        return;
      }
      case 'picture':
        return editor.addStickerFile(file);
      case 'captions':
        return editor.addCaptions(file);
      case 'effect':
        // All of them together: an ISF shader comes in two files.
        return;
      case null:
        throw new StudioError('file-no-picture', `${file.name} is nothing that a film is made of.`);
    }
  };

  const takeEffects = async (files: readonly File[]): Promise<void> => {
    if (files.length === 0) return;
    for (const outcome of await effectShelf.importFiles(files)) {
      if (outcome.kind === 'taken') editor.addImported(outcome.asset);
      else throw new StudioError('effect-unreadable', `${outcome.name} was refused.`);
    }
  };

  return (
    <div
      className={styles.ground}
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
        // A place of its own inside has taken it.
        setOver(false);
        if (event.defaultPrevented) return;
        event.preventDefault();
        const files = [...event.dataTransfer.files];
        run(async () => {
          for (const file of files) await take(file);
          await takeEffects(files.filter((file) => kindOfFile(file) === 'effect'));
        });
      }}
    >
      {children}
      {isOver ? (
        <div className={styles.over} aria-hidden="true">
          <Icon name="import" size={48} />
          <p>{t('editor.dropHere')}</p>
        </div>
      ) : null}
      {busy ? (
        <p className={styles.note} role="status">
          {t('editor.dropBusy')}
        </p>
      ) : null}
      {error === null ? null : (
        <div className={styles.note}>
          <ErrorMessage error={error}>
            <Button tone="quiet" onClick={clear}>
              {t('common.close')}
            </Button>
          </ErrorMessage>
        </div>
      )}
    </div>
  );
}
