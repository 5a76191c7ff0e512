import type { RefusalCount } from '@curlew/contract';
import type { ReactNode } from 'react';
import { RefusalRow, type NamedCustomer } from './refusal-row.tsx';

interface RefusalTableProps {
  readonly projectId: string;
  /** With some of the customers where they are known. */
  readonly refusals: readonly (RefusalCount & { readonly customers?: readonly NamedCustomer[] })[];
  readonly nodeName: (nodeId: string) => string;
  /** Lists all customers of a refusal. */
  readonly renderWho?: ((refusal: RefusalCount) => ReactNode) | undefined;
}

/** Why messages are not sent, with how many, most first, and who they are where that is known. */
export function RefusalTable({ projectId, refusals, nodeName, renderWho }: RefusalTableProps) {
  return (
    <table className="w-full text-13">
      <thead>
        <tr className="border-b text-left text-12 text-ink-muted">
          <th scope="col" className="py-1.5 pr-3 font-medium">
            Reason
          </th>
          <th scope="col" className="py-1.5 pr-3 font-medium">
            Node
          </th>
          <th scope="col" className="py-1.5 text-right font-medium">
            Customers
          </th>
        </tr>
      </thead>
      <tbody>
        {refusals.map(({ customers = [], ...refusal }) => (
          <RefusalRow
            key={`${refusal.nodeId} ${refusal.status} ${refusal.type}`}
            projectId={projectId}
            refusal={refusal}
            customers={customers}
            nodeName={nodeName(refusal.nodeId)}
            renderWho={renderWho}
          />
        ))}
      </tbody>
    </table>
  );
}
