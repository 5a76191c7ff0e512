import type { AudienceResult } from '@curlew/contract';
import { formatCount } from '../../../lib/format-number.ts';
import { describeSaving } from '../../../lib/describe-cost.ts';
import type { Cost } from './use-cost.ts';

interface FixedNoteProps {
  readonly result: AudienceResult;
  readonly cost: Cost | null;
}

const describe = ({ messages, parts, fixed }: AudienceResult): string | null => {
  if (fixed === null) return null;
  const saved = (parts?.total ?? 0) - fixed.parts;
  const more = fixed.messages - messages;
  const words = [
    ...(saved > 0 ? [`save ${formatCount(saved, 'part')}`] : []),
    ...(more > 0 ? [`let ${formatCount(more, 'more message', 'more messages')} leave`] : []),
  ];
  return words.length === 0 ? 'change nothing in what is paid for' : words.join(' and ');
};

/** What it would bring to replace every character that can be replaced safely. */
export function FixedNote({ result, cost }: FixedNoteProps) {
  const words = describe(result);
  if (words === null || result.fixed === null)
    return (
      <p className="text-13 text-ink-muted">The text has no character that a cheaper one could stand for.</p>
    );
  const money = cost && describeSaving(cost(result.cells), cost(result.fixed.cells));
  return (
    <p className="text-13">
      Replacing all marked characters of all languages would {words}
      {money !== null && `, about ${money}`}.
    </p>
  );
}
