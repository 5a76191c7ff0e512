import './person.css';
import { classNames } from '../../../lib/class-names.ts';
import { initialsOf } from '../../../lib/initials-of.ts';
import { type Person, toneOf } from './people.ts';

interface PersonMarkProps {
  readonly person: Person;
  /** Its size and type size. */
  readonly className?: string;
}

/** Someone in two letters and a colour of their own. Whose they are is said by what holds it. */
export function PersonMark({ person, className }: PersonMarkProps) {
  return (
    <span aria-hidden className={classNames('person', `person-${toneOf(person.userId)}`, className)}>
      {initialsOf(person.name)}
    </span>
  );
}
