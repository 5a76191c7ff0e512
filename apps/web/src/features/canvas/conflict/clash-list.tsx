import { ChangeBadge } from '../versions/change-badge.tsx';
import type { ChangeLine } from '../versions/change-lines.ts';
import { SettingLine } from '../versions/setting-line.tsx';
import type { ClashSides } from './clash-sides.ts';

interface SideProps {
  readonly who: string;
  readonly lines: readonly ChangeLine[];
}

function Side({ who, lines }: SideProps) {
  return (
    <section aria-label={who} className="min-w-0 rounded-control border p-2">
      <h3 className="text-12 font-medium text-ink-muted">{who}</h3>
      <ul className="flex flex-col gap-1.5 pt-1">
        {lines.flatMap(({ key, how, title, changes }) =>
          changes.length > 0
            ? changes.map((change) => <SettingLine key={`${key} ${change.field}`} change={change} />)
            : [
                <li key={key} className="flex items-start gap-2 text-12">
                  <span className="min-w-0 flex-1 wrap-anywhere">{title}</span>
                  <ChangeBadge kind={how} />
                </li>,
              ],
        )}
      </ul>
    </section>
  );
}

interface ClashListProps {
  readonly clashes: readonly ClashSides[];
  /** Who else changed it. */
  readonly name: string;
}

/** Everything that two people changed in ways that exclude each other, with both sides of it. */
export function ClashList({ clashes, name }: ClashListProps) {
  return (
    <ul className="mb-4 flex flex-col gap-3">
      {clashes.map(({ words, mine, theirs }) => (
        <li key={words} className="flex flex-col gap-1.5">
          <p className="text-13 font-medium wrap-anywhere">{words}</p>
          <div className="grid grid-cols-2 gap-2 max-md:grid-cols-1">
            <Side who="You" lines={mine} />
            <Side who={name} lines={theirs} />
          </div>
        </li>
      ))}
    </ul>
  );
}
