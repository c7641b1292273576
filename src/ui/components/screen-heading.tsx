/** The heading of a screen: names the tab, and takes the focus when the screen opens. */
import { useEffect, useRef, type ReactElement } from 'react';
import { VisuallyHidden } from './visually-hidden';

/** The page that the person landed on keeps the browser's own focus; every later screen announces itself. */
let isFirstScreen = true;

/** An `h1` that can be focused. `hidden` keeps it for screen readers only, where a stage fills the window. */
export function ScreenHeading(props: {
  children: string;
  hidden?: boolean | undefined;
  className?: string | undefined;
}): ReactElement {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = props.children === 'Fifteen' ? 'Fifteen' : `${props.children} · Fifteen`;
  }, [props.children]);
  useEffect(() => {
    if (!isFirstScreen) heading.current?.focus();
    isFirstScreen = false;
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={props.className}>
      {props.hidden === true ? <VisuallyHidden>{props.children}</VisuallyHidden> : props.children}
    </h1>
  );
}
