import type { NodeCounts, RefusalCount } from '@curlew/contract';
import type { ReactNode } from 'react';
import { formatNumber } from '../../lib/format-number.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { RefusalTable } from './refusal-table.tsx';
import type { RunParams } from './run-queries.ts';
import { useNamedRun } from './use-named-run.ts';

interface RunNumbersProps {
  readonly run: RunParams;
  readonly versionNumber: number;
  /** Lists the customers of a refusal. */
  readonly renderWho: (refusal: RefusalCount) => ReactNode;
  readonly onClose: () => void;
}

const columns: readonly { readonly title: string; readonly of: (node: NodeCounts) => number }[] = [
  { title: 'Sent', of: ({ sent }) => sent },
  { title: 'Delivered', of: ({ delivered }) => delivered },
  { title: 'Failed', of: ({ failed, rejected }) => failed + rejected },
  {
    title: 'Not sent',
    of: ({ suppressed, enqueueFailed, expired, cancelled }) =>
      suppressed + enqueueFailed + expired + cancelled,
  },
];

const hasMessages = (node: NodeCounts): boolean => node.enqueued + node.suppressed + node.enqueueFailed > 0;

const cellClass = 'py-1.5 pl-3 text-right tabular-nums';

interface MessageTableProps {
  readonly nodes: readonly NodeCounts[];
  readonly nodeName: (nodeId: string) => string;
}

function MessageTable({ nodes, nodeName }: MessageTableProps) {
  return (
    <table className="w-full text-13">
      <thead>
        <tr className="border-b text-12 text-ink-muted">
          <th scope="col" className="w-full py-1.5 text-left font-medium">
            Message
          </th>
          {columns.map(({ title }) => (
            <th key={title} scope="col" className="py-1.5 pl-3 text-right font-medium whitespace-nowrap">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {nodes.map((node) => (
          <tr key={node.nodeId} className="border-b last:border-b-0">
            <td className="py-1.5 wrap-anywhere">{nodeName(node.nodeId)}</td>
            {columns.map(({ title, of }) => (
              <td key={title} className={cellClass}>
                {formatNumber(of(node))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What became of the messages of any run, also one that another took the place of. */
export function RunNumbers({ run, versionNumber, renderWho, onClose }: RunNumbersProps) {
  const { run: known, nodeName, error, retry } = useNamedRun(run);
  const messages = known?.nodes.filter(hasMessages) ?? [];
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
      title={`Messages of version ${versionNumber}`}
      description="Those of this run alone, by the node that sent them."
    >
      {!known && error === null && <Skeleton label="Loading numbers" rows={3} />}
      {error !== null && <ErrorState error={error} onRetry={retry} />}
      {known && (
        <div className="flex flex-col gap-4">
          {messages.length === 0 ? (
            <p className="text-13 text-ink-muted">Nobody has come to a message.</p>
          ) : (
            <MessageTable nodes={messages} nodeName={nodeName} />
          )}
          {known.refusals.length > 0 && (
            <section aria-label="Not sent" className="flex flex-col gap-1">
              <h3 className="text-13 font-semibold">Not sent</h3>
              <RefusalTable
                projectId={run.projectId}
                refusals={known.refusals}
                nodeName={nodeName}
                renderWho={renderWho}
              />
            </section>
          )}
        </div>
      )}
    </Dialog>
  );
}
