import type { NodeCounts, RefusalCount } from '@curlew/contract';
import type { ReactNode } from 'react';
import { formatCount, formatNumber } from '../../lib/format-number.ts';
import { placeMessages } from '../../lib/message-places.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ResendOffers } from './resend/resend-offers.tsx';
import { RefusalTable } from './refusal-table.tsx';
import type { RunParams } from './run-queries.ts';
import { sumOf } from './run-totals.ts';
import { useNamedRun } from './use-named-run.ts';

interface RunNumbersProps {
  readonly run: RunParams;
  readonly versionNumber: number;
  /** Lists the customers of a refusal. */
  readonly renderWho: (refusal: RefusalCount) => ReactNode;
  /** Sends a message again; null: that is not possible now. */
  readonly onResend: ((nodeId: string, name: string) => void) | null;
  readonly onClose: () => void;
}

interface Column {
  readonly title: string;
  readonly of: (node: NodeCounts) => number;
  /** Is there only while there is any. */
  readonly isRare?: boolean;
}

const columns: readonly Column[] = [
  { title: 'Waiting', of: (node) => placeMessages([node]).waiting, isRare: true },
  { title: 'Being sent', of: ({ sending }) => sending, isRare: true },
  { title: 'Sent', of: ({ sent }) => sent },
  { title: 'Delivered', of: ({ delivered }) => delivered },
  { title: 'Failed', of: ({ failed, rejected }) => failed + rejected },
  { title: 'Unknown', of: ({ unknown }) => unknown, isRare: true },
  { title: 'Not sent', of: (node) => placeMessages([node]).notSent },
];

const hasMessages = (node: NodeCounts): boolean => node.enqueued + node.suppressed + node.enqueueFailed > 0;

const cellClass = 'py-1.5 pl-3 text-right tabular-nums';

interface MessageTableProps {
  readonly nodes: readonly NodeCounts[];
  readonly nodeName: (nodeId: string) => string;
}

function MessageTable({ nodes, nodeName }: MessageTableProps) {
  const shown = columns.filter(({ of, isRare = false }) => !isRare || nodes.some((node) => of(node) > 0));
  return (
    <table className="w-full text-13">
      <thead>
        <tr className="border-b text-12 text-ink-muted">
          <th scope="col" className="w-full py-1.5 text-left font-medium">
            Message
          </th>
          {shown.map(({ title }) => (
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
            {shown.map(({ title, of }) => (
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
export function RunNumbers({ run, versionNumber, renderWho, onResend, onClose }: RunNumbersProps) {
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
          {sumOf(known, 'unsent') > 0 && (
            <p className="text-13 text-ink-muted">
              {formatCount(sumOf(known, 'unsent'), 'message')} more: refused by the operator, or taken as not
              sent. They are among those that failed.
            </p>
          )}
          {onResend && <ResendOffers nodes={messages} nodeName={nodeName} onResend={onResend} />}
        </div>
      )}
    </Dialog>
  );
}
