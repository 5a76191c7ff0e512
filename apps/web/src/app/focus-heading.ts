interface NavigatingRouter {
  readonly subscribe: (
    event: 'onRendered',
    listener: (event: { readonly fromLocation?: unknown }) => void,
  ) => () => void;
}

/**
 * Moves the focus to the heading of each new page, so that a screen reader says where it is. A page that keeps its
 * heading (a tab, a search) keeps the focus where it was, one that put it into a field of its own keeps it there, and the
 * first page leaves it to the browser.
 */
export const focusHeadingAfterNavigation = (router: NavigatingRouter): (() => void) => {
  let known: Element | null = null;
  return router.subscribe('onRendered', ({ fromLocation }) => {
    const heading = document.querySelector('h1');
    const isPlaced = document.activeElement?.matches('main input, [role="dialog"] *') ?? false;
    if (heading && heading !== known && fromLocation && !isPlaced) heading.focus({ preventScroll: true });
    known = heading;
  });
};
