import type { DryLife } from '@curlew/contract';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { formatCount } from '../../lib/format-number.ts';
import { changeScript, type DryRunStore } from './dry-run-store.ts';
import { reactTo } from './react-to-message.ts';

interface MessageBubbleProps {
  readonly message: DryLife['messages'][number];
  readonly store: DryRunStore;
}

/** A message of a dry run as it stands on a phone, or why there is none; and what may become of it. */
export function MessageBubble({ message, store }: MessageBubbleProps) {
  const { text, refusal, language, parts, sender } = message;
  const [reply, setReply] = useState<string | null>(null);
  const react = (reaction: Parameters<typeof reactTo>[2]): void => {
    changeScript(store, (script) => reactTo(script, message, reaction));
    setReply(null);
  };
  if (refusal)
    return (
      <p className="rounded-card border border-dashed border-line-strong px-3 py-2 text-13 text-warn">
        Not sent: {refusal.message}
      </p>
    );
  return (
    <div className="flex flex-col items-start gap-1">
      <p className="w-fit max-w-full rounded-card rounded-bl-none bg-surface-hover px-3 py-2 text-13 wrap-anywhere whitespace-pre-wrap text-ink [unicode-bidi:plaintext]">
        {text}
      </p>
      <p className="text-12 text-ink-faint">
        {[sender, language, formatCount(parts, 'part')]
          .filter((word) => word !== null && word !== '')
          .join(' · ')}
      </p>
      {reply === null ? (
        <div className="flex flex-wrap gap-1">
          <Button size="small" variant="ghost" onClick={() => setReply('')}>
            Replies…
          </Button>
          <Button size="small" variant="ghost" onClick={() => react({ kind: 'clicked' })}>
            Clicks
          </Button>
          <Button size="small" variant="ghost" onClick={() => react({ kind: 'delivered' })}>
            Delivered
          </Button>
          <Button size="small" variant="ghost" onClick={() => react({ kind: 'failed' })}>
            Failed
          </Button>
        </div>
      ) : (
        <form
          className="flex w-full items-center gap-1"
          onSubmit={(event) => {
            event.preventDefault();
            react({ kind: 'replied', text: reply });
          }}
        >
          <TextField
            size="small"
            aria-label="Reply"
            placeholder="Yes"
            value={reply}
            onChange={(event) => setReply(event.target.value)}
          />
          <Button size="small" type="submit">
            Reply
          </Button>
          <Button size="small" variant="ghost" onClick={() => setReply(null)}>
            Cancel
          </Button>
        </form>
      )}
    </div>
  );
}
