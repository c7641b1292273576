/** Puts the chosen theme, motion and language on the page. */
import { useEffect } from 'react';
import { pickLocale } from './pick-locale';
import { speak } from './i18n';
import { useStudio, useStudioState } from './studio-context';
import { useMediaQuery } from './use-media-query';
import { useTask } from './use-task';

/** Renders nothing; the root element carries `data-theme`, `data-motion` and `lang`. */
export function Preferences(): null {
  const { settings } = useStudio();
  const theme = useStudioState(settings.store, (state) => state.theme);
  const motion = useStudioState(settings.store, (state) => state.motion);
  const locale = useStudioState(settings.store, (state) => state.locale);
  const prefersLight = useMediaQuery('(prefers-color-scheme: light)');
  const prefersCalm = useMediaQuery('(prefers-reduced-motion: reduce)');
  const { run } = useTask();

  const shownTheme = theme === 'system' ? (prefersLight ? 'light' : 'dark') : theme;
  useEffect(() => {
    document.documentElement.dataset['theme'] = shownTheme;
    const ground = getComputedStyle(document.documentElement).backgroundColor;
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      meta.setAttribute('content', ground);
    }
  }, [shownTheme]);

  const isCalm = motion === 'reduced' || (motion === 'system' && prefersCalm);
  useEffect(() => {
    document.documentElement.dataset['motion'] = isCalm ? 'reduced' : 'full';
  }, [isCalm]);

  const spoken = locale ?? pickLocale(navigator.languages);
  useEffect(() => run(() => speak(spoken)), [spoken, run]);
  return null;
}
