import { classNames } from '../../lib/class-names.ts';

/** A row of the rail: an icon, then words unless it is folded. */
export const railRowClass = (isFolded: boolean): string =>
  classNames(
    'flex h-8 w-full min-w-0 shrink-0 items-center gap-2 rounded-control text-13 font-medium text-ink-muted -outline-offset-2',
    'transition-colors duration-(--motion-fast) hover:bg-surface-hover hover:text-ink data-[state=open]:bg-surface-hover',
    'aria-[current=page]:bg-accent-wash aria-[current=page]:text-accent-ink [&_svg]:size-4 [&_svg]:shrink-0',
    isFolded ? 'justify-center' : 'px-3',
  );
