import type { NodeCounts } from '@curlew/contract';
import { RotateCw } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import { hasFailed } from './has-failed.ts';

interface ResendOffersProps {
  readonly nodes: readonly NodeCounts[];
  readonly nodeName: (nodeId: string) => string;
  readonly onResend: (nodeId: string, name: string) => void;
}

/** For each message that did not reach everyone, the way to send it again. */
export function ResendOffers({ nodes, nodeName, onResend }: ResendOffersProps) {
  const failed = nodes.filter(hasFailed);
  if (failed.length === 0) return null;
  return (
    <ul aria-label="Send again" className="flex flex-wrap gap-2 pt-3">
      {failed.map(({ nodeId }) => (
        <li key={nodeId}>
          <Button size="small" icon={<RotateCw />} onClick={() => onResend(nodeId, nodeName(nodeId))}>
            Send “{nodeName(nodeId)}” again where it failed
          </Button>
        </li>
      ))}
    </ul>
  );
}
