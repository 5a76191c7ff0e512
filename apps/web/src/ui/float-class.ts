/** What floats above the page: menus, selects, popovers. */
export const floatClass =
  'z-50 max-w-[calc(100vw-1rem)] overflow-hidden rounded-card border border-line bg-surface-raised text-ink shadow-float ' +
  'animate-rise data-[state=closed]:animate-sink';

/** One thing to choose in it. */
export const floatItemClass =
  'flex min-h-8 items-center gap-2 rounded-control px-2 py-1 text-13 text-ink outline-none select-none ' +
  'data-highlighted:bg-surface-hover data-disabled:text-ink-faint [&_svg]:size-4 [&_svg]:shrink-0';
