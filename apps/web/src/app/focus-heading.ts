interface Navigation {
  readonly fromLocation?: unknown;
  /** False where only a tab, a search or what else stands behind the path is another. */
  readonly pathChanged: boolean;
}

interface NavigatingRouter {
  readonly subscribe: (event: 'onRendered', listener: (event: Navigation) => void) => () => void;
}

/**
 * Moves the focus to the heading of each new page, so that a screen reader says where it is. A page that keeps its
 * heading (a tab, a search) keeps the focus where it was, one that put it into a field of its own keeps it there, and the
 * first page leaves it to the browser.
 */
export const focusHeadingAfterNavigation = (router: NavigatingRouter): (() => void) => {
  let known: Element | null = null;
  return router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
    const heading = document.querySelector('h1');
    const isPlaced = document.activeElement?.matches('main input, [role="dialog"] *') ?? false;
    // A page may get its heading long after it was opened: that it is another one does not make it another page.
    const isNew = pathChanged && heading !== known;
    if (heading && isNew && fromLocation && !isPlaced) heading.focus({ preventScroll: true });
    known = heading;
  });
};
