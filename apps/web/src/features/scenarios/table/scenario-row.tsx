import type { ScenarioSummary } from '@curlew/contract';
import { Link } from '@tanstack/react-router';
import { Folder } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatNumber } from '../../../lib/format-number.ts';
import { stateOf } from '../../../lib/scenario-state.ts';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { StatePill } from '../../../ui/state-pill.tsx';
import { TagChips } from './tag-chips.tsx';

interface ScenarioRowProps {
  readonly projectId: string;
  readonly scenario: ScenarioSummary;
  /** The box that selects it; null for those who may change nothing. */
  readonly box: ReactNode;
  readonly isSelected: boolean;
  /** The list is that of one folder, whose name goes without saying. */
  readonly isInFolder: boolean;
  readonly menu: ReactNode;
}

const numbers: readonly ('enrolled' | 'sent' | 'delivered' | 'failed')[] = [
  'enrolled',
  'sent',
  'delivered',
  'failed',
];

/** A scenario in the list. All of the row leads to it; the link over it is its name. */
export function ScenarioRow({ projectId, scenario, box, isSelected, isInFolder, menu }: ScenarioRowProps) {
  const { id, name, status, updatedAt, updatedBy, lastRun, tags, owner } = scenario;
  const hasEarlier = status === 'active' || status === 'finishing';
  const run = lastRun && { ...lastRun, hasEarlier, leaving: lastRun.leaving + lastRun.leavingEarlier };
  const folder = isInFolder ? null : scenario.folder;
  return (
    <tr className="relative" {...(box ? { 'aria-selected': isSelected } : {})}>
      {box && (
        <td className="w-8 pr-0!">
          {/* Above the link that covers the row. */}
          <div className="relative z-1">{box}</div>
        </td>
      )}
      <td className="w-full max-w-0 min-w-40 py-1.5">
        <Link
          to="/projects/$projectId/scenarios/$scenarioId"
          params={{ projectId, scenarioId: id }}
          className="block truncate text-14 font-medium text-ink -outline-offset-2 after:absolute after:inset-0 focus-visible:outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
        >
          {name}
        </Link>
        <p className="truncate text-12 text-ink-faint md:hidden">
          <RelativeTime at={updatedAt} /> by {updatedBy}
        </p>
        {(folder !== null || tags.length > 0) && (
          <div className="mt-0.5 flex min-w-0 flex-wrap items-center gap-x-2 gap-y-0.5 text-12">
            {folder && (
              <span className="flex max-w-36 items-center gap-1 text-ink-faint">
                <Folder aria-hidden className="size-3 shrink-0" />
                <span className="truncate">
                  <span className="sr-only">in </span>
                  {folder.name}
                </span>
              </span>
            )}
            {tags.length > 0 && <TagChips tags={tags} />}
          </div>
        )}
      </td>
      <td>
        <StatePill state={stateOf(status, run)} />
      </td>
      <td className="max-w-36 truncate whitespace-nowrap text-ink-muted max-xl:hidden">
        {owner ? owner.name : <span className="text-ink-faint">Nobody</span>}
      </td>
      <td className="whitespace-nowrap text-ink-muted max-lg:hidden">
        {lastRun ? <RelativeTime at={lastRun.startedAt} /> : <span className="text-ink-faint">Not yet</span>}
      </td>
      {numbers.map((key) => (
        <td key={key} data-align="end" className="max-md:hidden">
          {lastRun ? (
            <span className={key === 'failed' && lastRun.failed > 0 ? 'text-bad' : ''}>
              {formatNumber(lastRun[key])}
            </span>
          ) : (
            <span className="text-ink-faint">–</span>
          )}
        </td>
      ))}
      <td className="max-w-40 whitespace-nowrap text-ink-muted max-md:hidden">
        <p className="leading-4">
          <RelativeTime at={updatedAt} />
        </p>
        <p className="truncate text-12 text-ink-faint">by {updatedBy}</p>
      </td>
      <td className="w-8">
        <div className="relative z-1 flex justify-end">{menu}</div>
      </td>
    </tr>
  );
}
