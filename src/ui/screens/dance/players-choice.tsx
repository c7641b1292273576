/** Before the dance: alone, or two who take turns, by name. */
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { RadioRow } from '../../components/radio-row';
import { useStudio, useStudioState } from '../../studio-context';
import styles from './dance-screen.module.css';

const LONGEST_NAME = 20;

/** The choice, and two names to change. Gone once somebody has danced. */
export function PlayersChoice(): ReactElement | null {
  const { t } = useTranslation();
  const { dance } = useStudio();
  const turns = useStudioState(dance.store, (state) => state.turns);
  if (turns?.some(({ verdict }) => verdict !== null) === true) return null;
  const defaultName = (number: number): string => t('dance.playerDefault', { number });
  const rename = (index: 0 | 1, name: string): void => {
    if (turns === null) return;
    const names: [string, string] = [turns[0].player, turns[1].player];
    names[index] = name.slice(0, LONGEST_NAME);
    dance.setPlayers(names);
  };
  return (
    <div className={styles.players}>
      <RadioRow
        label={t('dance.players')}
        hideLabel
        value={turns === null ? 'one' : 'two'}
        options={[
          { value: 'one', label: t('dance.onePlayer') },
          { value: 'two', label: t('dance.twoPlayers') },
        ]}
        onChange={(choice) => dance.setPlayers(choice === 'one' ? null : [defaultName(1), defaultName(2)])}
      />
      {turns === null ? null : (
        <div className={styles.names}>
          {([0, 1] as const).map((index) => (
            <input
              key={index}
              className={styles.name}
              aria-label={t('dance.playerName', { number: index + 1 })}
              value={turns[index].player}
              maxLength={LONGEST_NAME}
              onChange={(event) => rename(index, event.target.value)}
              onBlur={(event) => {
                if (event.target.value.trim() === '') rename(index, defaultName(index + 1));
              }}
            />
          ))}
        </div>
      )}
    </div>
  );
}
