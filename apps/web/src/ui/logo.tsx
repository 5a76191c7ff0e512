/** The curlew's head: a round crown and a long bill that bends down. */
export function Logo() {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className="size-6 shrink-0">
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <path
        d="M6 19c0-5.5 4-9.5 9-9.5 3.5 0 5.5 2 8 4.5 1.5 1.5 2.8 4.5 3 8-2-3.5-4-5-6.5-5.2-1.5 4-4.5 6.2-8.5 6.2-3 0-5-1.5-5-4Z"
        className="fill-on-accent"
      />
      <circle cx="16.5" cy="13.7" r="1.4" className="fill-accent" />
    </svg>
  );
}
