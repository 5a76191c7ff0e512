import type { CustomerSummary } from '@curlew/contract';
import { describeRefusalType } from '@curlew/engine';
import { PhoneOff } from 'lucide-react';
import { StatusPill } from '../../ui/status-pill.tsx';

interface PhoneProblemPillProps {
  readonly problem: NonNullable<CustomerSummary['phoneProblem']>;
}

/** Why no SMS can go to a phone, in the words that a refused message has for it. */
export function PhoneProblemPill({ problem }: PhoneProblemPillProps) {
  return (
    <StatusPill tone="warn" icon={<PhoneOff aria-hidden />}>
      {describeRefusalType(problem)}
    </StatusPill>
  );
}
