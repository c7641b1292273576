/** Shows the film without its effects for as long as it is pressed in. */
import { useEffect, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../../components/icon-button';
import { useStudio, useStudioState } from '../../../studio-context';

/** A switch rather than a hold, so that a key and one finger can do it. Any edit, and playing, lets it spring back. */
export function CompareButton(props: { disabled: boolean }): ReactElement {
  const { t } = useTranslation();
  const { editor } = useStudio();
  const project = useStudioState(editor.store, (state) => state.project);
  const playing = useStudioState(editor.store, (state) => state.playing);
  const [comparing, setComparing] = useState<typeof project>(null);
  const isOn = comparing !== null && comparing === project && !playing;
  useEffect(() => {
    if (!isOn) return undefined;
    editor.tryStack([]);
    return () => editor.tryStack(null);
  }, [editor, isOn]);
  return (
    <IconButton
      icon="compare"
      label={t('editor.compare')}
      pressed={isOn}
      disabled={props.disabled}
      onClick={() => setComparing(isOn ? null : project)}
    />
  );
}
