import { classNames } from '../lib/class-names.ts';
import { initialsOf } from '../lib/initials-of.ts';

interface InitialsProps {
  /** Whose; shown beside it or read out by what holds it. */
  readonly name: string;
  /** People are round, projects square. */
  readonly shape?: 'round' | 'square';
}

/** A person or a project in two letters. */
export function Initials({ name, shape = 'round' }: InitialsProps) {
  return (
    <span
      aria-hidden
      className={classNames(
        'inline-flex size-6 shrink-0 items-center justify-center bg-accent-wash text-12 font-semibold text-accent-ink',
        shape === 'round' ? 'rounded-full' : 'rounded-control',
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
