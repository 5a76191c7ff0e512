/** The look of everything that takes typed or chosen text, but for its height and the size of its letters. */
export const inputClass =
  'w-full min-w-0 rounded-control border border-line-strong bg-surface text-ink outline-offset-0 ' +
  'transition-colors duration-(--motion-fast) disabled:bg-surface-sunken disabled:text-ink-faint ' +
  'aria-invalid:border-bad';
