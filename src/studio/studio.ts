/** The app without a face. Everything a person can do is a method here; tests drive it without React. */
import type { Disposable } from '../core/ownership';
import type { Catalogue } from './catalogue';
import type { Calibration } from './calibration';
import type { ChallengeMaker } from './challenge-maker';
import type { Dance } from './dance';
import type { EffectShelf } from './effect-shelf';
import type { Editor } from './editor';
import type { Exporter } from './exporter';
import type { Library } from './library';
import type { Live } from './live';
import type { Practice } from './practice';
import type { Settings } from './settings';

export interface Studio extends Disposable {
  readonly settings: Settings;
  readonly catalogue: Catalogue;
  readonly library: Library;
  readonly effectShelf: EffectShelf;
  readonly live: Live;
  readonly dance: Dance;
  readonly practice: Practice;
  readonly calibration: Calibration;
  readonly maker: ChallengeMaker;
  readonly editor: Editor;
  readonly exporter: Exporter;
}
