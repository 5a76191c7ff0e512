import type { Entrance } from './entrances.ts';

interface EntranceListProps {
  readonly entrances: readonly Entrance[];
  /** Whether Now lets everyone in besides. */
  readonly isBesidesNow: boolean;
}

/** What lets customers in after a start, and when next. */
export function EntranceList({ entrances, isBesidesNow }: EntranceListProps) {
  const how = entrances.every(({ isOnce }) => isOnce) ? '' : ', until you finish or stop the scenario';
  return (
    <section aria-label="What lets customers in" className="flex flex-col gap-2">
      <p className="text-13 text-ink">
        {isBesidesNow
          ? `Later, customers enter by these, too${how}:`
          : `Nobody enters at once. Customers enter later${how}:`}
      </p>
      <ul className="divide-y rounded-card border">
        {entrances.map(({ nodeId, name, what, next }) => (
          <li key={nodeId} className="px-3 py-2 text-13">
            <p className="font-medium text-ink">{name === what ? what : `${name}: ${what}`}</p>
            {next !== null && <p className="text-12 text-ink-muted tabular-nums">{next}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}
