import type { OutboxCounts } from '@curlew/contract';
import { Send } from 'lucide-react';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { countedMessages } from '../counted-words.ts';

/** What may be unknown soon: messages of requests that nobody has answered. */
export function SendingNote({ sending }: { readonly sending: OutboxCounts['sending'] }) {
  if (sending.count === 0 || sending.since === null) return null;
  return (
    <output className="flex items-start gap-1.5 border-b px-4 py-2 text-13 text-ink-muted">
      <Send aria-hidden className="mt-0.5 size-3.5 shrink-0" />
      <span>
        {countedMessages(sending)} {sending.count === 1 ? 'is' : 'are'} being sent: no answer yet, the first
        left <RelativeTime at={sending.since} />. An operator that can be asked is asked; what nobody has
        spoken of for a quarter of an hour is unknown then.
      </span>
    </output>
  );
}
