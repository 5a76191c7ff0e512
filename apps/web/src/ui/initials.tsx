import { initialsOf } from '../lib/initials-of.ts';

interface InitialsProps {
  /** Whose; shown beside it or read out by what holds it. */
  readonly name: string;
}

/** A person in two letters. */
export function Initials({ name }: InitialsProps) {
  return (
    <span
      aria-hidden
      className="inline-flex size-6 shrink-0 items-center justify-center rounded-full bg-accent-wash text-12 font-semibold text-accent-ink"
    >
      {initialsOf(name)}
    </span>
  );
}
