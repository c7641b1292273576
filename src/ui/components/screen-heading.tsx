/** The heading of a screen: names the tab, and takes the focus when the screen opens. */
import { useEffect, useRef, type ReactElement } from 'react';
import hiding from './visually-hidden.module.css';

/** The page that the person landed on keeps the browser's own focus; every later screen announces itself. */
let isFirstScreen = true;

const APP = 'Fifteen';

export interface ScreenHeadingProps {
  children: string;
  /** Name of the tab, where it is not the heading itself. */
  tabTitle?: string | undefined;
  /** For screen readers only, where a stage fills the window. */
  hidden?: boolean | undefined;
  className?: string | undefined;
}

/** An `h1` that can be focused; one a screen. */
export function ScreenHeading(props: ScreenHeadingProps): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  const title = props.tabTitle ?? props.children;
  useEffect(() => {
    document.title = title === APP ? APP : `${title} · ${APP}`;
  }, [title]);
  useEffect(() => {
    if (!isFirstScreen) heading.current?.focus();
    isFirstScreen = false;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={props.hidden === true ? hiding.hidden : props.className}>
      {props.children}
    </h1>
  );
}
