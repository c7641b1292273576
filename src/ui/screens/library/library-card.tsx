/** A thing in the library: picture, name, facts, and what can be done with it. */
import { Menu } from '@base-ui/react/menu';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryKind } from '../../../studio/library';
import { IconButton } from '../../components/icon-button';
import { Icon, type IconName } from '../../components/icons';
import { ErrorMessage } from '../../components/message';
import { NameDialog } from '../../components/name-dialog';
import { Thumbnail } from '../../components/thumbnail';
import { formatClock } from '../../format';
import { Link } from '../../navigation';
import type { Route } from '../../routes';
import { useStudio } from '../../studio-context';
import { useTask } from '../../use-task';
import styles from './library-screen.module.css';

/** An entry of a card's menu. */
export interface CardAction {
  readonly icon: IconName;
  readonly label: string;
  readonly run: () => Promise<void> | void;
}

export interface LibraryCardProps {
  kind: LibraryKind;
  id: string;
  name: string;
  /** Seconds; null while it is not known. */
  duration: number | null;
  /** Small print, line by line. */
  facts: readonly string[];
  /** Said over the picture: that it was recovered. */
  flag?: string | undefined;
  /** What a press on the picture does: a place to go to, or something to do. */
  press:
    { readonly label: string; readonly to: Route } | { readonly label: string; readonly run: () => void };
  /** Its own actions; renaming and deleting are everybody's. */
  actions: readonly CardAction[];
}

/** A list item. What goes wrong with it is said in it. */
export function LibraryCard(props: LibraryCardProps): ReactElement {
  const { t } = useTranslation();
  const { library } = useStudio();
  const { kind, id, name, press } = props;
  const [isNaming, setNaming] = useState(false);
  const task = useTask();

  const face = (
    <Thumbnail kind={kind} id={id}>
      {props.flag === undefined ? null : <span className={styles.flag}>{props.flag}</span>}
      {props.duration === null ? null : <span className={styles.badge}>{formatClock(props.duration)}</span>}
    </Thumbnail>
  );
  const rename: CardAction = { icon: 'edit', label: t('library.rename'), run: () => setNaming(true) };
  const remove: CardAction = {
    icon: 'trash',
    label: t('library.delete'),
    run: () => library.remove(kind, id),
  };
  const run = (action: CardAction): void =>
    task.run(async () => {
      await action.run();
    });

  return (
    <li className={styles.card} data-testid={`${kind}-${id}`}>
      {'to' in press ? (
        <Link to={press.to} className={styles.face} aria-label={press.label}>
          {face}
        </Link>
      ) : (
        <button type="button" className={styles.face} aria-label={press.label} onClick={press.run}>
          {face}
        </button>
      )}
      <div className={styles.line}>
        <div className={styles.words}>
          <p className={styles.name}>{name}</p>
          {props.facts.map((fact) => (
            <p key={fact} className={styles.fact}>
              {fact}
            </p>
          ))}
        </div>
        <CardMenu name={name} busy={task.busy}>
          {[...props.actions, rename, remove].map((action) => (
            <Menu.Item key={action.label} className={styles.menuItem} onClick={() => run(action)}>
              <Icon name={action.icon} size={20} />
              {action.label}
            </Menu.Item>
          ))}
        </CardMenu>
      </div>
      {task.error === null ? null : <ErrorMessage error={task.error} />}
      <NameDialog
        open={isNaming}
        title={t('library.renameTitle')}
        label={t('library.name')}
        name={name}
        onClose={() => setNaming(false)}
        onName={(next) => task.run(() => library.rename(kind, id, next))}
      />
    </li>
  );
}

function CardMenu(props: { name: string; busy: boolean; children: ReactNode }): ReactElement {
  const { t } = useTranslation();
  return (
    <Menu.Root>
      <Menu.Trigger
        className={styles.menuButton}
        disabled={props.busy}
        render={
          <IconButton
            icon="more"
            label={t('library.actionsOf', { name: props.name, interpolation: { escapeValue: false } })}
          />
        }
      />
      <Menu.Portal>
        <Menu.Positioner className={styles.menuPlace} sideOffset={4} align="end">
          <Menu.Popup className={styles.menu}>{props.children}</Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}
