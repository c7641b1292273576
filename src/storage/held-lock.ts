/** A Web Lock that says "somebody is at work on this"; the browser frees it when the tab dies. */

/** Frees the lock. */
export type Release = () => void;

/** Takes a lock and holds it until it is released; null when somebody else holds it. */
export function holdLock(name: string): Promise<Release | null> {
  return new Promise((resolve, reject) => {
    navigator.locks
      .request(name, { ifAvailable: true }, (lock) => {
        if (lock === null) {
          resolve(null);
          return undefined;
        }
        return new Promise<void>((release) => resolve(release));
      })
      .catch(reject);
  });
}
