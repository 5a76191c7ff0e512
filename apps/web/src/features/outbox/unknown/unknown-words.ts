import { formatCount } from '../../../lib/format-number.ts';

/** What is done about unknown messages. */
export type UnknownAction = 'ask' | 'sent' | 'failed';

interface Asked {
  readonly sent: number;
  readonly stays: readonly { readonly messages: number; readonly why: string }[];
}

const messagesOf = (count: number): string => formatCount(count, 'message');

/** What came of asking the operator again. */
export const describeAsked = ({ sent, stays }: Asked): string => {
  const found =
    sent === 0 ? [] : [`${messagesOf(sent)} ${sent === 1 ? 'was' : 'were'} sent, says the operator.`];
  const staying = stays.map(
    ({ messages, why }) => `${messagesOf(messages)} ${messages === 1 ? 'stays' : 'stay'} unknown: ${why}`,
  );
  const all = [...found, ...staying];
  return all.length === 0 ? 'None of these messages is unknown any more.' : all.join(' ');
};

/** What came of a decision. */
export const describeSettled = (settled: number, as: 'sent' | 'failed'): string => {
  if (settled === 0) return 'None of these messages is unknown any more: nothing was changed.';
  const word = as === 'sent' ? 'sent' : 'not sent';
  return `${messagesOf(settled)} ${settled === 1 ? 'is' : 'are'} taken as ${word}.`;
};

/** Answers of one call after the other, as if they were of one: the same reason is told once. */
export const addAsked = (one: Asked, other: Asked): Asked => {
  const byWhy = new Map<string, number>();
  for (const { messages, why } of [...one.stays, ...other.stays])
    byWhy.set(why, (byWhy.get(why) ?? 0) + messages);
  return {
    sent: one.sent + other.sent,
    stays: Array.from(byWhy, ([why, messages]) => ({ messages, why })),
  };
};
