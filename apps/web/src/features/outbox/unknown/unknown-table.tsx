import type { UnknownMessage } from '@curlew/contract';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Selection } from '../../../lib/use-selection.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { StatusPill } from '../../../ui/status-pill.tsx';
import { Table } from '../../../ui/table.tsx';

interface UnknownTableProps {
  readonly projectId: string;
  readonly messages: readonly UnknownMessage[];
  /** Null for those who may change nothing. */
  readonly selection: Selection | null;
  readonly menuOf: (message: UnknownMessage) => ReactNode;
}

const linkClass = 'block truncate rounded-control text-ink underline-offset-2 hover:underline';

interface ScenarioCellProps {
  readonly projectId: string;
  readonly message: UnknownMessage;
}

function ScenarioCell({ projectId, message }: ScenarioCellProps) {
  const { scenarioId, scenarioName, nodeName, runId } = message;
  return (
    <>
      {scenarioId === null ? (
        <span className="block truncate">{scenarioName}</span>
      ) : (
        <Link
          to="/projects/$projectId/scenarios/$scenarioId"
          params={{ projectId, scenarioId }}
          className={linkClass}
        >
          {scenarioName}
        </Link>
      )}
      <p className="flex items-center gap-2 text-12 text-ink-faint">
        <span className="truncate">{nodeName}</span>
        {runId === null && <StatusPill tone="neutral">Test</StatusPill>}
      </p>
    </>
  );
}

/** Who was to get what, through whom, and why nobody knows. */
export function UnknownTable({ projectId, messages, selection, menuOf }: UnknownTableProps) {
  return (
    <Table label="Unknown messages">
      <thead>
        <tr>
          {selection && (
            <th scope="col" className="pr-0!">
              <Checkbox label="Select all shown" state={selection.state} onChange={selection.setAll} />
            </th>
          )}
          <th scope="col">Customer</th>
          <th scope="col" className="max-md:hidden">
            Scenario and node
          </th>
          <th scope="col" className="max-lg:hidden">
            Operator
          </th>
          <th scope="col" className="max-md:hidden">
            Handed over
          </th>
          <th scope="col" className="max-xl:hidden">
            Why nobody knows
          </th>
          {selection && (
            <th scope="col">
              <span className="sr-only">Actions</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {messages.map((message) => (
          <tr key={message.id} aria-selected={selection?.has(message.id) ?? false}>
            {selection && (
              <td className="w-8 pr-0!">
                <Checkbox
                  label={`Select the message to ${message.customerName}`}
                  state={selection.has(message.id) ? 'all' : 'none'}
                  onChange={(isChecked, isShift) => selection.set(message.id, isChecked, isShift)}
                />
              </td>
            )}
            <td className="max-w-0 min-w-36 py-2">
              <Link
                to="/projects/$projectId/customers/$customerId"
                params={{ projectId, customerId: message.customerId }}
                search={{ events: 'campaign' }}
                className={`${linkClass} font-medium`}
              >
                <bdi>{message.customerName}</bdi>
              </Link>
              <p className="truncate font-mono text-12 text-ink-muted">{message.recipient}</p>
              <div className="md:hidden">
                <ScenarioCell projectId={projectId} message={message} />
              </div>
              <p className="text-12 text-ink-faint xl:hidden">{message.error}</p>
            </td>
            <td className="max-w-0 min-w-36 py-2 max-md:hidden">
              <ScenarioCell projectId={projectId} message={message} />
            </td>
            <td className="py-2 max-lg:hidden">{message.integrationName ?? 'Deleted integration'}</td>
            <td className="py-2 whitespace-nowrap max-md:hidden">
              {message.claimedAt !== null && <RelativeTime at={message.claimedAt} />}
            </td>
            <td className="max-w-96 py-2 text-ink-muted max-xl:hidden">{message.error}</td>
            {selection && <td className="w-8 py-2">{menuOf(message)}</td>}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
