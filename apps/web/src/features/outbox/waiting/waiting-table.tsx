import type { WaitingNode, WaitingRun } from '@curlew/contract';
import { Link } from '@tanstack/react-router';
import { formatNumber } from '../../../lib/format-number.ts';
import { stateOfRun } from '../../../lib/scenario-state.ts';
import { Button } from '../../../ui/button.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { StatePill } from '../../../ui/state-pill.tsx';
import { Table } from '../../../ui/table.tsx';
import type { CancelRequest } from './use-cancel-waiting.ts';
import { waitingPlaces } from './waiting-places.ts';

interface WaitingTableProps {
  readonly projectId: string;
  readonly runs: readonly WaitingRun[];
  /** Null for those who may change nothing. */
  readonly onCancel: ((request: CancelRequest) => void) | null;
}

interface RunRowsProps extends Omit<WaitingTableProps, 'runs'> {
  readonly run: WaitingRun;
}

function Places({ node }: { readonly node: WaitingNode }) {
  const places = waitingPlaces(node);
  return places === null ? null : <p className="text-12 wrap-anywhere text-ink-faint">{places}</p>;
}

function RunRows({ projectId, run, onCancel }: RunRowsProps) {
  const { scenarioId, scenarioName, versionNumber, startedAt, waiting, nodes } = run;
  const [only, another] = nodes;
  return (
    <tbody>
      <tr>
        <td className="max-w-0 min-w-36 py-2">
          <Link
            to="/projects/$projectId/scenarios/$scenarioId"
            params={{ projectId, scenarioId }}
            className="block truncate rounded-control font-medium text-ink underline-offset-2 hover:underline"
          >
            {scenarioName}
          </Link>
          <p className="truncate text-12 text-ink-faint">
            {only && !another ? `${only.nodeName}, version ${versionNumber}` : `Version ${versionNumber}`}
          </p>
          {only && !another && <Places node={only} />}
        </td>
        <td className="max-md:hidden">
          <StatePill state={stateOfRun({ ...run, hasEarlier: false, leaving: waiting })} />
        </td>
        <td className="max-md:hidden">
          <RelativeTime at={startedAt} />
        </td>
        <td data-align="end" className="tabular-nums">
          {formatNumber(waiting)}
        </td>
        {onCancel && (
          <td data-align="end">
            <Button
              size="small"
              aria-label={`Cancel what waits of ${scenarioName}`}
              onClick={() => onCancel({ run, node: null })}
            >
              Cancel what waits
            </Button>
          </td>
        )}
      </tr>
      {another &&
        nodes.map((node) => (
          <tr key={node.nodeId}>
            <td className="max-w-0 min-w-36 py-2 pl-8!">
              <p className="truncate text-ink-muted">{node.nodeName}</p>
              <Places node={node} />
            </td>
            <td colSpan={2} className="text-ink-faint max-md:hidden">
              Version {versionNumber}
            </td>
            <td data-align="end" className="tabular-nums text-ink-muted">
              {formatNumber(node.waiting)}
            </td>
            {onCancel && (
              <td data-align="end">
                <Button
                  size="small"
                  variant="ghost"
                  aria-label={`Cancel these: ${node.nodeName} of ${scenarioName}`}
                  onClick={() => onCancel({ run, node })}
                >
                  Cancel these
                </Button>
              </td>
            )}
          </tr>
        ))}
    </tbody>
  );
}

/** How many messages wait, run by run and node by node. */
export function WaitingTable({ projectId, runs, onCancel }: WaitingTableProps) {
  return (
    <Table label="Waiting messages">
      <thead>
        <tr>
          <th scope="col">Scenario</th>
          <th scope="col" className="max-md:hidden">
            Run
          </th>
          <th scope="col" className="max-md:hidden">
            Started
          </th>
          <th scope="col" data-align="end">
            Waiting
          </th>
          {onCancel && (
            <th scope="col">
              <span className="sr-only">Actions</span>
            </th>
          )}
        </tr>
      </thead>
      {runs.map((run) => (
        <RunRows key={run.runId} projectId={projectId} run={run} onCancel={onCancel} />
      ))}
    </Table>
  );
}
