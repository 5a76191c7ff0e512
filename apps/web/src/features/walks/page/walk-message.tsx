import type { WalkMessage as Message } from '@curlew/contract';
import { formatCount } from '../../../lib/format-number.ts';
import { StatusPill } from '../../../ui/status-pill.tsx';
import type { Tone } from '../../../ui/tone.ts';
import { formatTime } from '../walk-words.ts';

const looks: Readonly<Record<string, readonly [word: string, tone: Tone]>> = {
  enqueued: ['Enqueued', 'neutral'],
  sending: ['Sending', 'accent'],
  sent: ['Sent', 'accent'],
  delivered: ['Delivered', 'good'],
  failed: ['Failed', 'bad'],
  rejected: ['Rejected', 'bad'],
  unknown: ['Unknown', 'warn'],
  expired: ['Expired', 'warn'],
  cancelled: ['Not sent: cancelled', 'warn'],
};

// What had left, and came to its end with the operator.
const looksOfSent: typeof looks = {
  expired: ['Not delivered: expired', 'bad'],
  cancelled: ['Not delivered: cancelled', 'bad'],
};

/** What was sent at a step, and what became of it. */
export function WalkMessage({ message }: { readonly message: Message }) {
  const { status, text, parts, recipient, sender, error, sentAt, endedAt } = message;
  const lookOfSent = sentAt === null ? undefined : looksOfSent[status];
  const [word, tone] = lookOfSent ?? looks[status] ?? ([status, 'neutral'] as const);
  const facts = [
    `to ${recipient}`,
    `from ${sender}`,
    formatCount(parts, 'part'),
    ...(sentAt === null ? [] : [`sent ${formatTime(sentAt)}`]),
    ...(endedAt === null || status !== 'delivered' ? [] : [`delivered ${formatTime(endedAt)}`]),
  ];
  return (
    <div className="flex flex-col items-start gap-1.5">
      <p
        dir="auto"
        className="max-w-120 rounded-card rounded-tl-none border bg-surface-sunken px-3 py-2 text-13 break-words whitespace-pre-wrap"
      >
        {text}
      </p>
      <p className="text-12 text-ink-faint">
        <StatusPill tone={tone}>{word}</StatusPill> {facts.join(', ')}
      </p>
      {error !== null && <p className="text-12 text-bad">{error}</p>}
    </div>
  );
}
