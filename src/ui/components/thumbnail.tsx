/** The small picture of a take, a project or an export. */
import { useEffect, useState, type ReactElement, type ReactNode } from 'react';
import type { LibraryKind } from '../../studio/library';
import { useStudio } from '../studio-context';
import { Icon } from './icons';
import styles from './thumbnail.module.css';

/** A 9:16 frame; a film icon stands where there is no picture (yet). Children lie on top. */
export function Thumbnail(props: { kind: LibraryKind; id: string; children?: ReactNode }): ReactElement {
  const { library } = useStudio();
  const { kind, id } = props;
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let isCurrent = true;
    library.thumbnail(kind, id).then(
      (found) => {
        if (isCurrent) setUrl(found);
      },
      // A thumbnail is an ornament: the icon says enough when it cannot be read.
      () => {
        if (isCurrent) setUrl(null);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [library, kind, id]);
  return (
    <div className={styles.frame}>
      {url === null ? <Icon name="film" size={32} /> : <img className={styles.picture} src={url} alt="" />}
      {props.children}
    </div>
  );
}
