/** The small picture of a take, for its clips on the timeline. */
import { useEffect, useState } from 'react';
import { useStudio } from '../../studio-context';

/** An object URL that the library owns; null without a picture, or until it is there. */
export function useTakePicture(takeId: string | null): string | null {
  const { library } = useStudio();
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (takeId === null) return;
    let isCurrent = true;
    library.thumbnail('take', takeId).then(
      (found) => {
        if (isCurrent) setUrl(found);
      },
      // An ornament: the clip's name says enough without it.
      () => {
        if (isCurrent) setUrl(null);
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [library, takeId]);
  return url;
}
