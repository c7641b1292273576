/** The panel by its name. */
import type { ReactElement } from 'react';
import type { EditorActions } from '../editor-actions';
import type { PanelName } from '../panel-tabs';
import { ClipPanel } from './clip-panel';
import { EffectsPanel } from './effects-panel';
import { LooksPanel } from './looks-panel';
import { MusicPanel } from './music-panel';
import type { Voice } from '../use-voice';
import { StickerPanel } from './sticker-panel';
import { TextPanel } from './text-panel';

/** Everything that can be changed about what is selected, or about the film. */
export function EditorPanel(props: {
  panel: PanelName;
  actions: EditorActions;
  voice: Voice;
  onAddClip: () => void;
}): ReactElement {
  switch (props.panel) {
    case 'clip':
      return <ClipPanel actions={props.actions} onAddClip={props.onAddClip} />;
    case 'effects':
      return <EffectsPanel />;
    case 'looks':
      return <LooksPanel />;
    case 'text':
      return <TextPanel />;
    case 'music':
      return <MusicPanel voice={props.voice} />;
    case 'stickers':
      return <StickerPanel />;
  }
}
