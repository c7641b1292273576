/** The catalogue: favourites, what was used last, shelves, and foreign files. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { EffectDefinition } from '../../../../effects/effect';
import { Icon } from '../../../components/icons';
import { useLocale, useLocalized } from '../../../localized';
import { useStudio, useStudioState } from '../../../studio-context';
import { searchEffects } from '../search-effects';
import { useTry } from '../use-try';
import { EffectTile } from './effect-tile';
import { ImportedShelf } from './imported-shelf';
import styles from './panels.module.css';
import tiles from './tiles.module.css';

/** A press adds the effect; pointing at it or holding it shows it first. */
export function AddEffect({ onAdd }: { onAdd: (effectId: string) => void }): ReactElement {
  const { t } = useTranslation();
  const locale = useLocale();
  const { catalogue, effectShelf } = useStudio();
  const favourites = useStudioState(effectShelf.store, (state) => state.favourites);
  const recent = useStudioState(effectShelf.store, (state) => state.recent);
  const [query, setQuery] = useState('');
  const shelves = searchEffects(catalogue.effects, query, locale);
  const pick = (ids: readonly string[]): readonly EffectDefinition[] =>
    ids.flatMap((id) => catalogue.effects.find((effect) => effect.id === id) ?? []);
  const isBrowsing = query.trim() === '';
  return (
    <>
      <SearchField label={t('editor.searchEffects')} value={query} onChange={setQuery} />
      {shelves.length === 0 ? (
        <p className={styles.hint} role="status">
          {t('editor.nothingFound')}
        </p>
      ) : null}
      {isBrowsing ? (
        <>
          <EffectShelf name={t('editor.favourites')} effects={pick(favourites)} onAdd={onAdd} />
          <EffectShelf name={t('editor.recent')} effects={pick(recent)} onAdd={onAdd} />
        </>
      ) : null}
      {shelves.map(({ category, effects }) => (
        <EffectShelf key={category} name={t(`editor.category.${category}`)} effects={effects} onAdd={onAdd} />
      ))}
      {isBrowsing ? <ImportedShelf /> : null}
    </>
  );
}

function EffectShelf(props: {
  name: string;
  effects: readonly EffectDefinition[];
  onAdd: (effectId: string) => void;
}): ReactElement | null {
  const localized = useLocalized();
  const { catalogue, editor } = useStudio();
  const tryOut = useTry();
  const stack = useStudioState(editor.store, (state) => state.project);
  if (props.effects.length === 0) return null;
  const withEffect = (effectId: string): ReturnType<Parameters<typeof tryOut>[0]> => ({
    stack: [
      ...(stack?.tracks.flatMap((track) =>
        track.kind === 'effects' ? track.items.map(({ effect }) => effect) : [],
      ) ?? []),
      catalogue.instantiate(effectId),
    ],
    imports: stack?.imports,
  });
  return (
    <section className={styles.part} aria-label={props.name}>
      <h3 className={styles.heading}>{props.name}</h3>
      <ul className={tiles.tiles}>
        {props.effects.map((effect) => (
          <EffectTile
            key={effect.id}
            id={effect.id}
            name={localized(effect.name)}
            hint={localized(effect.description)}
            tried={tryOut(() => withEffect(effect.id))}
            onChoose={() => props.onAdd(effect.id)}
          />
        ))}
      </ul>
    </section>
  );
}

/** The field over a list of tiles. */
export function SearchField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}): ReactElement {
  return (
    <div className={styles.search}>
      <Icon name="search" size={20} />
      <input
        className={styles.searchInput}
        type="search"
        aria-label={props.label}
        placeholder={props.label}
        autoComplete="off"
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
}
