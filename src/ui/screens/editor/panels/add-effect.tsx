/** The catalogue: shelves, search, one line each. */
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../../components/icons';
import { useLocale, useLocalized } from '../../../localized';
import { useStudio } from '../../../studio-context';
import { searchEffects } from '../search-effects';
import styles from './panels.module.css';

/** A press adds the effect. */
export function AddEffect({ onAdd }: { onAdd: (effectId: string) => void }): ReactElement {
  const { t } = useTranslation();
  const localized = useLocalized();
  const locale = useLocale();
  const { catalogue } = useStudio();
  const [query, setQuery] = useState('');
  const shelves = searchEffects(catalogue.effects, query, locale);
  return (
    <>
      <div className={styles.search}>
        <Icon name="search" size={20} />
        <input
          className={styles.searchInput}
          type="search"
          aria-label={t('editor.searchEffects')}
          placeholder={t('editor.searchEffects')}
          autoComplete="off"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      {shelves.length === 0 ? (
        <p className={styles.hint} role="status">
          {t('editor.nothingFound')}
        </p>
      ) : null}
      {shelves.map(({ category, effects }) => (
        <section key={category} className={styles.part} aria-label={t(`editor.category.${category}`)}>
          <h3 className={styles.heading}>{t(`editor.category.${category}`)}</h3>
          <ul className={styles.lines}>
            {effects.map((effect) => (
              <li key={effect.id}>
                <button type="button" className={styles.line} onClick={() => onAdd(effect.id)}>
                  <span className={styles.lineWords}>
                    <span className={styles.lineName}>{localized(effect.name)}</span>
                    <span className={styles.hint}>{localized(effect.description)}</span>
                  </span>
                  <Icon name="plus" size={20} />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
