import type { InsideChoice as Choice, PublishPreview } from '@curlew/contract';
import { RadioGroup as Primitive } from 'radix-ui';
import { useId } from 'react';
import { formatCount } from '../../lib/format-number.ts';

interface InsideChoiceProps {
  readonly preview: PublishPreview;
  readonly value: Choice;
  readonly onChange: (choice: Choice) => void;
}

interface ChoiceWords {
  readonly title: string;
  /** What becomes of those inside, with how many. */
  readonly meaning: (numbers: { readonly inside: number; readonly gone: number }) => string;
}

/** `1 customer goes on`, `7 customers go on` */
const people = (count: number, one: string, many: string): string =>
  `${formatCount(count, 'customer')} ${count === 1 ? one : many}`;

const words: { readonly [C in Choice]: ChoiceWords } = {
  finish: {
    title: 'Finish on the old version',
    meaning: ({ inside }) => `${people(inside, 'goes', 'go')} on as before, to the end of their way.`,
  },
  move: {
    title: 'Move to the new version',
    meaning: ({ inside, gone }) => {
      const moved = `${people(inside - gone, 'goes', 'go')} on from the same node of the new version`;
      return gone === 0
        ? `${moved}.`
        : `${moved}; ${people(gone, 'leaves', 'leave')}, because their node is gone.`;
    },
  },
  leave: {
    title: 'Leave',
    meaning: ({ inside }) =>
      `${people(inside, 'leaves', 'leave')} now; what has not been sent to them is cancelled.`,
  },
};

const choices = Object.keys(words) as readonly Choice[];

/** Customers who stand at a node that the new version does not have, so that they cannot move. */
export const countGone = ({ nodes }: PublishPreview): number =>
  nodes.reduce((sum, { inside, canMove }) => sum + (canMove ? 0 : inside), 0);

/** What is to become of those who are inside the running version. */
export function InsideChoice({ preview, value, onChange }: InsideChoiceProps) {
  const id = useId();
  const numbers = { inside: preview.inside, gone: countGone(preview) };
  return (
    <Primitive.Root
      aria-label="Customers inside"
      value={value}
      onValueChange={(chosen) => {
        const choice = choices.find((one) => one === chosen);
        if (choice) onChange(choice);
      }}
      className="flex flex-col gap-2"
    >
      {choices.map((choice) => (
        <Primitive.Item
          key={choice}
          value={choice}
          aria-label={words[choice].title}
          aria-describedby={`${id}-${choice}`}
          className="flex items-start gap-3 rounded-card border bg-surface px-3 py-2 text-left transition-colors duration-(--motion-fast) hover:bg-surface-hover data-[state=checked]:border-accent data-[state=checked]:bg-accent-wash"
        >
          <span
            aria-hidden
            className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-line-button bg-surface-raised"
          >
            <Primitive.Indicator className="size-2 rounded-full bg-accent" />
          </span>
          <span className="min-w-0">
            <span className="block text-13 font-medium text-ink">{words[choice].title}</span>
            <span id={`${id}-${choice}`} className="block text-12 text-ink-muted">
              {words[choice].meaning(numbers)}
            </span>
          </span>
        </Primitive.Item>
      ))}
    </Primitive.Root>
  );
}
