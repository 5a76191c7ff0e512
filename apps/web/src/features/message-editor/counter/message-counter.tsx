import { countSms } from '@curlew/sms';
import { useMemo } from 'react';
import { compileMessage } from '../text/compile-message.ts';
import { literalTextOf } from '../text/literal-text.ts';
import { shortenLiteral } from '../text/shorten-literal.ts';
import type { MessagePreview } from '../preview/preview-message.ts';
import { Counter } from './counter.tsx';

interface MessageCounterProps {
  readonly message: string;
  /** What its short links begin with; null: links stay as they are. */
  readonly linkBase: string | null;
  readonly maximumParts: number;
  /** How the message comes out for one customer; null while nobody knows, or where they get another version. */
  readonly example: { readonly name: string; readonly count: MessagePreview['count'] } | null;
}

const describeUncounted = (message: string): string =>
  compileMessage(message).ok
    ? 'Its length depends on the customer'
    : 'Its length is counted once the template is mended';

/** What a message costs: for everyone when it is the same for all, else for the customer it is previewed for. */
export function MessageCounter({ message, linkBase, maximumParts, example }: MessageCounterProps) {
  const literal = useMemo(() => {
    const text = literalTextOf(message);
    return text === null ? null : countSms(shortenLiteral(text, linkBase));
  }, [message, linkBase]);
  if (literal) return <Counter label="Length of the message" count={literal} maximumParts={maximumParts} />;
  if (!example?.count) return <p className="text-13 text-ink-muted">{describeUncounted(message)}</p>;
  return (
    <div className="flex flex-col gap-1">
      <p className="truncate text-12 text-ink-muted">For {example.name}</p>
      <Counter label="Length of the message" count={example.count} maximumParts={maximumParts} />
    </div>
  );
}
