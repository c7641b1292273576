/** Words to post with a film. Pure. */
import type { Project } from '../project/project';

/** Tags that every film of the app gets. */
const TAGS: readonly string[] = ['dance', 'fifteen'];

/** The film's name and its tags: of the song, the challenge, and the app. */
export function captionOf({ name }: Pick<Project, 'name'>, titles: readonly string[]): string {
  const tags = new Set([...titles, ...TAGS].map(tagOf).filter((tag) => tag !== '#'));
  return `${name.trim()}\n\n${[...tags].join(' ')}`;
}

/** A tag is letters and digits of any script; anything else would end it. */
function tagOf(title: string): string {
  return `#${title
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
    .toLowerCase()}`;
}
