/** Going from screen to screen: a thin layer over the History API. */
import {
  createContext,
  useCallback,
  useContext,
  useMemo,
  useSyncExternalStore,
  type ComponentProps,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
} from 'react';
import { buttonClass, type ButtonLook } from './components/button';
import { Icon } from './components/icons';
import { parsePath, pathOf, type Route } from './routes';

/** Moves to a route; `replace` leaves no step to come back to. */
export type Navigate = (to: Route, options?: { replace?: boolean }) => void;

interface Navigation {
  /** null: there is no such screen. */
  readonly route: Route | null;
  readonly navigate: Navigate;
}

const NavigationContext = createContext<Navigation | null>(null);

const CHANGE = 'fifteen:navigate';

function subscribe(listener: () => void): () => void {
  window.addEventListener('popstate', listener);
  window.addEventListener(CHANGE, listener);
  return () => {
    window.removeEventListener('popstate', listener);
    window.removeEventListener(CHANGE, listener);
  };
}

const readPath = (): string => window.location.pathname;

/** Gives its children the route of the address bar. */
export function NavigationProvider(props: { children: ReactNode }): ReactElement {
  const path = useSyncExternalStore(subscribe, readPath);
  const navigate = useCallback<Navigate>((to, options) => {
    const next = pathOf(to);
    if (next === window.location.pathname) return;
    if (options?.replace === true) window.history.replaceState(null, '', next);
    else window.history.pushState(null, '', next);
    window.dispatchEvent(new Event(CHANGE));
  }, []);
  const navigation = useMemo<Navigation>(() => ({ route: parsePath(path), navigate }), [path, navigate]);
  return <NavigationContext value={navigation}>{props.children}</NavigationContext>;
}

function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (navigation === null) throw new Error('Screens must be rendered inside a NavigationProvider.');
  return navigation;
}

/** The route shown now; null when the address names no screen. */
export function useRoute(): Route | null {
  return useNavigation().route;
}

/** The way to move to another screen from code. */
export function useNavigate(): Navigate {
  return useNavigation().navigate;
}

export type LinkProps = Omit<ComponentProps<'a'>, 'href'> & { to: Route };

/** A link to a screen: a real one, so that it can be opened in a new tab. */
export function Link(props: LinkProps): ReactElement {
  const { to, onClick, ...rest } = props;
  const navigate = useNavigate();
  const follow = (event: MouseEvent<HTMLAnchorElement>): void => {
    onClick?.(event);
    const wantsElsewhere = event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
    if (event.defaultPrevented || event.button !== 0 || wantsElsewhere) return;
    event.preventDefault();
    navigate(to);
  };
  return <a {...rest} href={pathOf(to)} onClick={follow} />;
}

/** A link that looks like a button. */
export function ButtonLink(props: LinkProps & ButtonLook): ReactElement {
  const { tone, size, wide, icon, className, children, ...rest } = props;
  return (
    <Link {...rest} className={buttonClass({ tone, size, wide }, className)}>
      {icon === undefined ? null : <Icon name={icon} size={20} />}
      {children}
    </Link>
  );
}
