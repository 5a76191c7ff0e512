import type { DryLife } from '@curlew/contract';
import { formatCount } from '../../lib/format-number.ts';
import type { DryRunStore } from './dry-run-store.ts';

interface SampleListProps {
  readonly lives: readonly DryLife[];
  readonly at: number;
  readonly store: DryRunStore;
}

const wordsOf = ({ walks, messages }: DryLife, at: number): string => {
  if (!walks.some(({ enteredAt }) => enteredAt <= at)) return 'Not in yet';
  const come = messages.filter((message) => message.at <= at);
  const sent = come.filter(({ refusal }) => refusal === null).length;
  const refused = come.length - sent;
  const words = sent === 0 ? 'No message' : formatCount(sent, 'message');
  return refused === 0 ? words : `${words}, ${refused} refused`;
};

/** Every customer of a sample, each a way to their own time line. */
export function SampleList({ lives, at, store }: SampleListProps) {
  const inside = lives.filter(({ walks }) => walks.some(({ enteredAt }) => enteredAt <= at)).length;
  const reached = lives.filter(({ messages }) =>
    messages.some((message) => message.at <= at && message.refusal === null),
  ).length;
  return (
    <>
      <p className="text-13 text-ink">
        Of {formatCount(lives.length, 'customer')} {inside} came in, {reached} got a message.
      </p>
      <ul aria-label="Customers of the sample" className="flex flex-col">
        {lives.map((life) => (
          <li key={life.customerId ?? life.name}>
            <button
              type="button"
              className="flex w-full items-center gap-2 rounded-control px-2 py-1 text-left text-13 hover:bg-surface-hover"
              onClick={() => store.setState({ customerId: life.customerId })}
            >
              <span className="min-w-0 flex-1 truncate text-ink">{life.name}</span>
              <span className="text-12 text-ink-muted">{wordsOf(life, at)}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
