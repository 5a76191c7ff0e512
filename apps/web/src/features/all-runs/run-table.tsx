import type { ProjectRun } from '@curlew/contract';
import { Link } from '@tanstack/react-router';
import { formatCount, formatNumber } from '../../lib/format-number.ts';
import { stateOfRun } from '../../lib/scenario-state.ts';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { StatePill } from '../../ui/state-pill.tsx';
import { Table } from '../../ui/table.tsx';

interface RunTableProps {
  readonly projectId: string;
  readonly runs: readonly ProjectRun[];
}

function RunRow({ projectId, run }: { readonly projectId: string; readonly run: ProjectRun }) {
  return (
    <tr>
      <td className="max-w-80">
        <Link
          to="/projects/$projectId/scenarios/$scenarioId"
          params={{ projectId, scenarioId: run.scenarioId }}
          // The canvas shows the latest run: one that is over is found in the list of them all.
          search={run.finishedAt === null ? {} : { show: 'runs' }}
          className="block truncate rounded-control font-medium text-ink underline-offset-2 hover:underline"
        >
          {run.scenarioName}
        </Link>
        {run.resend && <p className="truncate text-12 text-ink-muted">“{run.resend.nodeName}” sent again</p>}
        <p className="text-12 text-ink-faint md:hidden">
          Version {run.versionNumber}, <RelativeTime at={run.startedAt} />
        </p>
      </td>
      <td className="max-md:hidden">{run.versionNumber}</td>
      <td>
        <StatePill state={stateOfRun({ ...run, hasEarlier: false })} />
        {run.lateStarts > 0 && (
          <p className="text-12 text-warn">{formatCount(run.lateStarts, 'late start')}</p>
        )}
      </td>
      <td data-align="end" className="tabular-nums">
        {formatNumber(run.enrolled)}
      </td>
      <td data-align="end" className="tabular-nums max-md:hidden">
        {formatNumber(run.inside)}
      </td>
      <td className="max-md:hidden">
        <RelativeTime at={run.startedAt} /> by {run.startedBy}
      </td>
      <td className="max-md:hidden">{run.finishedAt !== null && <RelativeTime at={run.finishedAt} />}</td>
    </tr>
  );
}

export function RunTable({ projectId, runs }: RunTableProps) {
  return (
    <Table label="Runs">
      <thead>
        <tr>
          <th scope="col">Scenario</th>
          <th scope="col" className="max-md:hidden">
            Version
          </th>
          <th scope="col">State</th>
          <th scope="col" data-align="end">
            Entered
          </th>
          <th scope="col" data-align="end" className="max-md:hidden">
            Inside
          </th>
          <th scope="col" className="max-md:hidden">
            Started
          </th>
          <th scope="col" className="max-md:hidden">
            Over
          </th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <RunRow key={run.id} projectId={projectId} run={run} />
        ))}
      </tbody>
    </Table>
  );
}
