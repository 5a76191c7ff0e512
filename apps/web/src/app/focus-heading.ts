interface NavigatingRouter {
  readonly subscribe: (
    event: 'onRendered',
    listener: (event: { readonly fromLocation?: unknown }) => void,
  ) => () => void;
}

/**
 * Moves the focus to the heading of each new page, so that a screen reader says where it is. A page that keeps its
 * heading (a tab, a search) keeps the focus where it was, and the first page leaves it to the browser.
 */
export const focusHeadingAfterNavigation = (router: NavigatingRouter): (() => void) => {
  let known: Element | null = null;
  return router.subscribe('onRendered', ({ fromLocation }) => {
    const heading = document.querySelector('h1');
    if (heading && heading !== known && fromLocation) heading.focus({ preventScroll: true });
    known = heading;
  });
};
