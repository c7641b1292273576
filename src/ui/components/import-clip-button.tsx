/** Brings a video file in. */
import { useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, type ButtonLook } from './button';
import { IconButton } from './icon-button';

export interface ImportClipButtonProps extends ButtonLook {
  /** Gets the chosen file; called in the tap. */
  onFile: (file: File) => void;
  busy?: boolean | undefined;
  /** `glass` shows the icon alone, over a picture. */
  kind?: 'button' | 'glass' | undefined;
}

/** A button that opens the file picker for one video. */
export function ImportClipButton(props: ImportClipButtonProps): ReactElement {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { onFile, busy = false, kind = 'button', ...look } = props;
  const open = (): void => input.current?.click();
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="video/*,.mp4,.mov,.webm,.mkv"
        hidden
        data-testid="import-clip"
        onChange={(event) => {
          const file = event.target.files?.[0];
          // The same file may be chosen again after an error.
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      {kind === 'glass' ? (
        <IconButton
          icon="import"
          tone="glass"
          label={t('common.importClip')}
          onClick={open}
          disabled={busy}
        />
      ) : (
        <Button icon="import" {...look} busy={busy} onClick={open}>
          {t('common.importClip')}
        </Button>
      )}
    </>
  );
}
