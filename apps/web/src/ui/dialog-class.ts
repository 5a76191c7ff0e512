/** The page behind what asks for an answer. */
export const scrimClass = 'fixed inset-0 z-40 animate-appear bg-scrim data-[state=closed]:animate-vanish';

/** The box that asks. On a phone it is no higher than what toasts at the lower edge leave of the page, and stays in its middle. */
export const dialogClass =
  'fixed top-1/2 left-1/2 z-40 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col ' +
  'max-md:max-h-[calc(100dvh-2rem-2*var(--toast-room,0px))] ' +
  'rounded-card border border-line bg-surface-raised text-ink shadow-float outline-none animate-appear data-[state=closed]:animate-vanish';
