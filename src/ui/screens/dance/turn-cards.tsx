/** Two players: the change of places between the dances, and the scoreboard after them. */
import { useEffect, useRef, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../../dance/judgement';
import type { Turn } from '../../../studio/dance';
import { Button } from '../../components/button';
import { useLocalized } from '../../localized';
import { useNavigate } from '../../navigation';
import { useStudio, useStudioState } from '../../studio-context';
import styles from './dance-screen.module.css';

/** The first has danced: their score, and who comes now. */
export function HandoverCard(props: { onLeave: () => void }): ReactElement | null {
  const { t } = useTranslation();
  const { dance } = useStudio();
  const turns = useStudioState(dance.store, (state) => state.turns);
  const ready = useRef<HTMLButtonElement>(null);
  useEffect(() => ready.current?.focus(), []);
  if (turns === null) return null;
  const [first, second] = turns;
  return (
    <div className={styles.center}>
      <section className={styles.pausedCard} role="status">
        <p className={styles.pausedTitle}>
          {t('dance.handover', { player: first.player, score: pointsOf(first) })}
        </p>
        <p>{t('dance.handoverNext', { player: second.player })}</p>
        <div className={styles.actions}>
          <Button ref={ready} tone="primary" size="large" icon="check" onClick={() => dance.nextTurn()}>
            {t('dance.ready', { player: second.player })}
          </Button>
          <Button tone="quiet" onClick={props.onLeave}>
            {t('dance.leave')}
          </Button>
        </div>
      </section>
    </div>
  );
}

/** Both have danced: who won, and each move. */
export function DuelCard(props: { onLeave: () => void }): ReactElement | null {
  const { t } = useTranslation();
  const localized = useLocalized();
  const navigate = useNavigate();
  const { dance } = useStudio();
  const turns = useStudioState(dance.store, (state) => state.turns);
  const moveNames = useStudioState(dance.store, (state) => state.moveNames);
  if (turns === null) return null;
  const [first, second] = turns;
  const difference = pointsOf(first) - pointsOf(second);
  const winner = difference === 0 ? null : difference > 0 ? first : second;
  return (
    <div className={styles.center}>
      <section className={styles.duel} aria-label={t('dance.duelMoves')}>
        <p className={styles.pausedTitle} role="status">
          {winner === null ? t('dance.duelTie') : t('dance.duelWon', { player: winner.player })}
        </p>
        <div className={styles.duelScroll} tabIndex={0} role="region" aria-label={t('dance.duelMoves')}>
          <table className={styles.duelTable}>
            <thead>
              <tr>
                <th scope="col">{t('dance.duelMove')}</th>
                <th scope="col">{first.player}</th>
                <th scope="col">{second.player}</th>
              </tr>
            </thead>
            <tbody>
              {moveNames.map((name, move) => (
                <tr key={move}>
                  <th scope="row">{localized(name)}</th>
                  <DuelCell mine={moveScore(first.verdict, move)} other={moveScore(second.verdict, move)} />
                  <DuelCell mine={moveScore(second.verdict, move)} other={moveScore(first.verdict, move)} />
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('dance.duelTotal')}</th>
                <DuelCell mine={pointsOf(first)} other={pointsOf(second)} />
                <DuelCell mine={pointsOf(second)} other={pointsOf(first)} />
              </tr>
            </tfoot>
          </table>
        </div>
        <div className={styles.actions}>
          <Button tone="primary" size="large" icon="restart" onClick={() => dance.rematch()}>
            {t('dance.rematch')}
          </Button>
          {turns.map(({ player, takeId }, index) =>
            takeId === null ? null : (
              <Button key={index} onClick={() => navigate({ screen: 'result', takeId })}>
                {t('dance.seeResult', { player })}
              </Button>
            ),
          )}
          <Button tone="quiet" onClick={props.onLeave}>
            {t('dance.leave')}
          </Button>
        </div>
      </section>
    </div>
  );
}

/** The better of two is marked by weight and a star, not by colour alone. */
function DuelCell(props: { mine: number; other: number }): ReactElement {
  const isBetter = props.mine > props.other;
  return (
    <td className={isBetter ? styles.better : undefined}>
      {isBetter ? '★ ' : ''}
      {props.mine}
    </td>
  );
}

function pointsOf({ verdict }: Turn): number {
  return Math.round(verdict?.score ?? 0);
}

function moveScore(verdict: Verdict | null, move: number): number {
  return Math.round(verdict?.moves[move]?.score ?? 0);
}
