/** 繁體中文（台灣） */
import type { Texts } from '../texts';
import { common } from './common';
import { calibrate } from './calibrate';
import { create } from './create';
import { dance } from './dance';
import { edit } from './edit';
import { editor } from './editor';
import { errors } from './errors';
import { exporting } from './export';
import { home } from './home';
import { library } from './library';
import { make } from './make';
import { practice } from './practice';
import { result } from './result';
import { settings } from './settings';

export const zhTW: Texts = {
  common,
  home,
  create,
  dance,
  practice,
  make,
  calibrate,
  result,
  settings,
  error: errors,
  editor,
  /** Names of the steps of history, such as `edit.split`. */
  edit,
  export: exporting,
  library,
};
