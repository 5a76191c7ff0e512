import { describeRefusalType, type MessageDecision } from '@curlew/engine';
import { Ban, Check } from 'lucide-react';
import { formatCount } from '../../../lib/format-number.ts';
import { StatusPill } from '../../../ui/status-pill.tsx';

/** Whether the previewed customer gets the message, in a few words. */
export function Verdict({ decision }: { readonly decision: MessageDecision }) {
  return decision.status === 'enqueued' ? (
    <StatusPill tone="good" icon={<Check aria-hidden />}>
      Will be sent, {formatCount(decision.parts, 'part')}
    </StatusPill>
  ) : (
    <StatusPill tone="bad" icon={<Ban aria-hidden />}>
      {describeRefusalType(decision.type)}
    </StatusPill>
  );
}
