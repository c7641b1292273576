/** A group of settings under its name. */
import { useId, type ReactElement, type ReactNode } from 'react';
import styles from './settings-screen.module.css';

/** A card with a heading. */
export function SettingsSection(props: { title: string; children: ReactNode }): ReactElement {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}
