import { countSms } from '@curlew/sms';
import { useDeferredValue, useMemo } from 'react';
import type { MessagePreview } from '../preview/preview-message.ts';
import { literalTextOf } from '../text/literal-text.ts';
import { shortenLiteral } from '../text/shorten-literal.ts';
import { Counter } from './counter.tsx';
import { describeBounds } from './describe-bounds.ts';

interface LengthRowProps {
  readonly message: string;
  /** What its short links begin with; null: links stay as they are. */
  readonly linkBase: string | null;
  readonly maximumParts: number;
  /** How the message comes out for one customer; null while nobody knows, or where they get another version. */
  readonly example: { readonly name: string; readonly count: MessagePreview['count'] } | null;
}

/** What a message costs: for everyone where it is the same for all, else what is sure of it and what one customer gets. */
export function LengthRow({ message, linkBase, maximumParts, example }: LengthRowProps) {
  const literal = useMemo(() => {
    const text = literalTextOf(message);
    return text === null ? null : countSms(shortenLiteral(text, linkBase));
  }, [message, linkBase]);
  const settled = useDeferredValue(message);
  if (literal) {
    return (
      <div className="flex max-w-120 min-w-56 flex-1 flex-col gap-1">
        <p className="text-12 text-ink-muted">The same for everyone</p>
        <Counter label="Length of the message" count={literal} maximumParts={maximumParts} />
      </div>
    );
  }
  return (
    <div className="flex min-w-56 flex-1 flex-wrap items-start gap-x-6 gap-y-2">
      <div className="flex max-w-64 min-w-40 flex-1 flex-col gap-1">
        <p className="text-12 text-ink-muted">As it is written</p>
        <p className="text-13 text-ink">{describeBounds(settled, linkBase)}</p>
      </div>
      {example?.count && (
        <div className="flex max-w-100 min-w-48 flex-1 flex-col gap-1">
          <p className="truncate text-12 text-ink-muted">For {example.name}</p>
          <Counter label="Length of the message" count={example.count} maximumParts={maximumParts} />
        </div>
      )}
    </div>
  );
}
