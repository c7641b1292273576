/** Looks: a whole stack with one press, and how much of it is seen. */
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { EffectInstance, Look } from '../../../../effects/effect';
import type { LookFile } from '../../../../project/look-file';
import { EDIT_NAMES } from '../../../../studio/edit-names';
import type { LookRecord } from '../../../../storage/records';
import { DeletedNote } from '../../../components/deleted-note';
import { IconButton } from '../../../components/icon-button';
import { ErrorMessage } from '../../../components/message';
import { NameDialog } from '../../../components/name-dialog';
import { Slider } from '../../../components/slider';
import { formatPercent } from '../../../format';
import { useLocale, useLocalized } from '../../../localized';
import { useStudio, useStudioState } from '../../../studio-context';
import { useTask } from '../../../use-task';
import { searchLooks } from '../search-looks';
import { placedItems } from '../timeline-rows';
import { useTry } from '../use-try';
import { SearchField } from './add-effect';
import { CompareButton } from './compare-button';
import { EffectTile } from './effect-tile';
import { useGesture } from './use-gesture';
import styles from './panels.module.css';
import tiles from './tiles.module.css';

/** The look that is on is marked; another one replaces it. */
export function LooksPanel(): ReactElement | null {
  const { t } = useTranslation();
  const locale = useLocale();
  const { catalogue, editor, effectShelf } = useStudio();
  const project = useStudioState(editor.store, (state) => state.project);
  const favourites = useStudioState(effectShelf.store, (state) => state.favourites);
  const recent = useStudioState(effectShelf.store, (state) => state.recent);
  const error = useStudioState(effectShelf.store, (state) => state.error);
  const [query, setQuery] = useState('');
  if (project === null) return null;
  const stack = placedItems(project, 'effects').flatMap((placed) =>
    placed.kind === 'effects' ? [placed.item.effect] : [],
  );
  const used = stack.find(({ look }) => look !== undefined)?.look ?? null;
  const choose = (lookId: string): void => {
    editor.applyLook(lookId);
    effectShelf.noteUsed(lookId);
  };
  const clear = (): void => {
    editor.beginGesture(EDIT_NAMES.applyLook);
    for (const { id } of stack) editor.deleteItem(id);
    editor.endGesture();
  };
  const pick = (ids: readonly string[]): readonly Look[] =>
    ids.flatMap((id) => catalogue.looks.find((look) => look.id === id) ?? []);
  const found = searchLooks(catalogue.looks, query, locale);
  const shelf = (name: string, looks: readonly Look[]): ReactElement | null => (
    <LookShelf name={name} looks={looks} usedId={used?.lookId ?? null} onChoose={choose} />
  );
  return (
    <div className={styles.panel}>
      {error === null ? null : <ErrorMessage error={error} />}
      <StackActions stack={stack} onClear={clear} />
      <SearchField label={t('editor.searchLooks')} value={query} onChange={setQuery} />
      {found.length === 0 ? (
        <p className={styles.hint} role="status">
          {t('editor.nothingFound')}
        </p>
      ) : null}
      {query.trim() === '' ? (
        <>
          {shelf(t('editor.favourites'), pick(favourites))}
          {shelf(t('editor.recent'), pick(recent))}
          <OwnLooks />
        </>
      ) : null}
      {shelf(t('editor.panel.looks'), found)}
      <p className={styles.hint}>{t('editor.looksHint')}</p>
      {used === null ? null : <LookStrength lookUseId={used.id} strength={used.strength} />}
    </div>
  );
}

function LookStrength(props: { lookUseId: string; strength: number }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { editor } = useStudio();
  const gesture = useGesture(EDIT_NAMES.changeEffect);
  return (
    <div className={tiles.strength}>
      <Slider
        label={t('editor.lookStrength')}
        value={props.strength}
        min={0}
        max={1}
        step={0.01}
        format={(value) => formatPercent(value, locale)}
        onChange={(strength) => editor.setLookStrength(props.lookUseId, strength)}
        {...gesture}
      />
    </div>
  );
}

function LookShelf(props: {
  name: string;
  looks: readonly Look[];
  usedId: string | null;
  onChoose: (lookId: string) => void;
}): ReactElement | null {
  const localized = useLocalized();
  const { catalogue } = useStudio();
  const tryOut = useTry();
  if (props.looks.length === 0) return null;
  return (
    <section className={styles.part} aria-label={props.name}>
      <h3 className={styles.heading}>{props.name}</h3>
      <ul className={tiles.tiles}>
        {props.looks.map((look) => (
          <EffectTile
            key={look.id}
            id={look.id}
            name={localized(look.name)}
            pressed={look.id === props.usedId}
            tried={tryOut(() => ({ stack: catalogue.instantiateLook(look.id) }))}
            onChoose={() => props.onChoose(look.id)}
          />
        ))}
      </ul>
    </section>
  );
}

/** Keep, copy, paste, give away, take in. */
function StackActions(props: { stack: readonly EffectInstance[]; onClear: () => void }): ReactElement {
  const { t } = useTranslation();
  const { editor, effectShelf } = useStudio();
  const copied = useStudioState(effectShelf.store, (state) => state.copied);
  const [isNaming, setNaming] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const { run, error } = useTask();
  const { stack } = props;
  const isEmpty = stack.length === 0;
  const imports = editor.store.getState().project?.imports ?? {};
  return (
    <>
      <div className={tiles.bar} role="group" aria-label={t('editor.stackActions')}>
        <IconButton
          icon="bookmark"
          label={t('editor.lookSave')}
          disabled={isEmpty}
          onClick={() => setNaming(true)}
        />
        <IconButton
          icon="copy"
          label={t('editor.effectsCopy')}
          disabled={isEmpty}
          onClick={() => effectShelf.copy(t('editor.lookCopied'), stack, imports)}
        />
        <IconButton
          icon="paste"
          label={t('editor.effectsPaste')}
          disabled={copied === null}
          onClick={() => {
            if (copied !== null) editor.pasteEffects(copied);
          }}
        />
        <IconButton icon="import" label={t('editor.lookOpen')} onClick={() => input.current?.click()} />
        <CompareButton disabled={isEmpty} />
        <IconButton icon="close" label={t('editor.noLook')} disabled={isEmpty} onClick={props.onClear} />
      </div>
      <input
        ref={input}
        type="file"
        accept=".fifteen-look,application/json"
        hidden
        data-testid="open-look"
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = '';
          if (file !== undefined) run(async () => void (await effectShelf.openLook(file)));
        }}
      />
      {error === null ? null : <ErrorMessage error={error} />}
      <NameDialog
        open={isNaming}
        title={t('editor.lookSave')}
        label={t('editor.lookName')}
        name=""
        onClose={() => setNaming(false)}
        onName={(name) => run(async () => void (await effectShelf.saveLook(name, stack, imports)))}
      />
    </>
  );
}

/** The person's own, each with its ways. */
function OwnLooks(): ReactElement | null {
  const { t } = useTranslation();
  const { editor, effectShelf } = useStudio();
  const looks = useStudioState(effectShelf.store, (state) => state.looks);
  const { effectName } = useNames();
  const tryOut = useTry();
  const [deleted, setDeleted] = useState<LookRecord | null>(null);
  const { run, error } = useTask();
  if (looks.length === 0 && deleted === null) return null;
  const remove = (record: LookRecord): void =>
    run(async () => {
      await effectShelf.removeLook(record.id);
      setDeleted(record);
    });
  const bringBack = (record: LookRecord): void =>
    run(async () => {
      await effectShelf.restoreLook(record);
      setDeleted(null);
    });
  const factsOf = ({ stack }: LookFile): string =>
    stack.map(({ effectId }) => effectName(effectId)).join(' · ');
  return (
    <section className={styles.part} aria-label={t('editor.ownLooks')}>
      <h3 className={styles.heading}>{t('editor.ownLooks')}</h3>
      <ul className={styles.lines}>
        {looks.map(({ look, ...record }) => (
          <li key={record.id} className={tiles.own}>
            <button
              type="button"
              className={styles.line}
              {...tryOut(() => ({ stack: look.stack, imports: look.imports }))}
              onClick={() => editor.applyLook(look)}
            >
              <span className={styles.lineWords}>
                <span className={styles.lineName}>{look.name}</span>
                <span className={styles.hint}>{factsOf(look)}</span>
              </span>
            </button>
            <IconButton
              icon="share"
              label={t('editor.lookShare', { name: look.name })}
              onClick={() => run(() => effectShelf.shareLook(look))}
            />
            <IconButton
              icon="trash"
              label={t('editor.remove', { name: look.name })}
              onClick={() => remove({ look, ...record })}
            />
          </li>
        ))}
      </ul>
      {error === null ? null : <ErrorMessage error={error} />}
      <DeletedNote
        name={deleted?.look.name ?? null}
        onUndo={() => {
          if (deleted !== null) bringBack(deleted);
        }}
      />
    </section>
  );
}

/** Names of effects that no project may hold yet. */
function useNames(): { effectName: (effectId: string) => string } {
  const { t } = useTranslation();
  const localized = useLocalized();
  const { catalogue, effectShelf } = useStudio();
  const assets = useStudioState(effectShelf.store, (state) => state.assets);
  return {
    effectName(effectId) {
      const effect = catalogue.effects.find(({ id }) => id === effectId);
      if (effect !== undefined) return localized(effect.name);
      return assets.find(({ id }) => id === effectId)?.name ?? t('editor.unknownEffect');
    },
  };
}
