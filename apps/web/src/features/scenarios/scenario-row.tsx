import type { ScenarioSummary } from '@curlew/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatNumber } from '../../lib/format-number.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { ScenarioStatusPill } from './scenario-status-pill.tsx';

interface ScenarioRowProps {
  readonly projectId: string;
  readonly scenario: ScenarioSummary;
  /** The menu of the row; null for those who may change nothing. */
  readonly menu: ReactNode;
}

type LastRun = NonNullable<ScenarioSummary['lastRun']>;

const numbers: readonly (keyof Omit<LastRun, 'startedAt'>)[] = ['enrolled', 'sent', 'delivered', 'failed'];

/** A scenario in the list. All of the row leads to it; the link over it is its name. */
export function ScenarioRow({ projectId, scenario, menu }: ScenarioRowProps) {
  const { id, name, status, updatedAt, updatedBy, lastRun } = scenario;
  const edited = (
    <>
      <RelativeTime at={updatedAt} /> by {updatedBy}
    </>
  );
  return (
    <tr className="relative">
      <td className="w-full max-w-0 min-w-40 max-md:py-2">
        <Link
          to="/projects/$projectId/scenarios/$scenarioId"
          params={{ projectId, scenarioId: id }}
          className="block truncate text-14 font-medium text-ink -outline-offset-2 after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {name}
        </Link>
        <p className="truncate text-12 text-ink-faint md:hidden">{edited}</p>
      </td>
      <td>
        <ScenarioStatusPill status={status} />
      </td>
      <td className="whitespace-nowrap text-ink-muted max-md:hidden">{edited}</td>
      <td className="whitespace-nowrap text-ink-muted max-lg:hidden">
        {lastRun ? <RelativeTime at={lastRun.startedAt} /> : <span className="text-ink-faint">Not yet</span>}
      </td>
      {numbers.map((key) => (
        <td key={key} data-align="end" className="min-w-20 max-md:hidden">
          {lastRun ? (
            <span className={key === 'failed' && lastRun.failed > 0 ? 'text-bad' : ''}>
              {formatNumber(lastRun[key])}
            </span>
          ) : (
            <span className="text-ink-faint">–</span>
          )}
        </td>
      ))}
      <td className="w-8">
        {/* Above the link that covers the row. */}
        <div className="relative z-1 flex justify-end">{menu}</div>
      </td>
    </tr>
  );
}
