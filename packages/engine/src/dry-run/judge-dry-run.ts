import type { DryMessage, DryRunResult } from './dry-run-result.ts';

/** What somebody expects of a dry run. */
export type DryExpectation =
  | {
      readonly kind: 'gets';
      /** Of the SMS node; null: any. */
      readonly nodeId: string | null;
      /** A part of the text; null: whatever it says. */
      readonly contains: string | null;
      readonly language: string | null;
      /** Milliseconds from the start, both included; null: at any time. */
      readonly fromMs: number | null;
      readonly toMs: number | null;
    }
  | { readonly kind: 'gets_nothing' }
  | { readonly kind: 'ends_at'; readonly nodeId: string };

/** What was expected and did not come: where, and in words without a full stop. */
export interface DryDifference {
  readonly nodeId: string | null;
  readonly message: string;
}

interface Told {
  readonly startsAt: number;
  readonly nameOf: (nodeId: string) => string;
  readonly writeMoment: (at: number) => string;
}

type Gets = Extract<DryExpectation, { kind: 'gets' }>;

const textOf = ({ decision }: DryMessage): string | null =>
  decision.status === 'enqueued' ? decision.text : null;

const longest = 80;
const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest)}…` : text);

const isAsExpected = (message: DryMessage, wanted: Gets, startsAt: number): boolean => {
  const text = textOf(message);
  const { nodeId, contains, language, fromMs, toMs } = wanted;
  const after = message.at - startsAt;
  return (
    text !== null &&
    (nodeId === null || message.nodeId === nodeId) &&
    (contains === null || text.includes(contains)) &&
    (language === null || message.decision.language === language) &&
    (fromMs === null || after >= fromMs) &&
    (toMs === null || after <= toMs)
  );
};

const describeWanted = (
  { nodeId, contains, language, fromMs, toMs }: Gets,
  { startsAt, nameOf, writeMoment }: Told,
): string => {
  const from = fromMs === null ? '' : ` from ${writeMoment(startsAt + fromMs)}`;
  const to = toMs === null ? '' : ` until ${writeMoment(startsAt + toMs)}`;
  return [
    nodeId === null ? 'a message' : `“${nameOf(nodeId)}”`,
    contains === null ? '' : ` that says “${cut(contains)}”`,
    language === null ? '' : ` in ${language}`,
    from,
    to,
  ].join('');
};

const describeCame = (message: DryMessage | undefined, { nameOf, writeMoment }: Told): string => {
  if (!message) return 'no message';
  const { decision, nodeId, at } = message;
  const where = `“${nameOf(nodeId)}” on ${writeMoment(at)}`;
  return decision.status === 'enqueued'
    ? `${where}, which says “${cut(decision.text)}” in ${decision.language}`
    : `none: ${where} is not sent (${decision.message})`;
};

const judge = (wanted: DryExpectation, result: DryRunResult, told: Told): DryDifference | null => {
  const { messages, walks } = result;
  switch (wanted.kind) {
    case 'gets': {
      if (messages.some((message) => isAsExpected(message, wanted, told.startsAt))) return null;
      // The one that was most likely meant.
      const near = messages.find(({ nodeId }) => wanted.nodeId === null || nodeId === wanted.nodeId);
      const came = describeCame(near ?? messages[0], told);
      const message = `Expected ${describeWanted(wanted, told)}, and came ${came}`;
      return { nodeId: wanted.nodeId, message };
    }
    case 'gets_nothing': {
      const sent = messages.find((message) => textOf(message) !== null);
      return sent
        ? { nodeId: sent.nodeId, message: `Expected no message, and came ${describeCame(sent, told)}` }
        : null;
    }
    case 'ends_at': {
      if (walks.some(({ nodeId, isFinished }) => isFinished && nodeId === wanted.nodeId)) return null;
      const expected = `Expected to end at “${told.nameOf(wanted.nodeId)}”`;
      const [walk] = walks;
      if (!walk) return { nodeId: wanted.nodeId, message: `${expected}, and nobody came in` };
      const end = `${walk.isFinished ? 'ended' : 'still stands'} at “${told.nameOf(walk.nodeId)}”`;
      return { nodeId: wanted.nodeId, message: `${expected}, and ${end}` };
    }
  }
};

/** What of a customer's dry run is not as expected, in the order of the expectations; nothing: all is. */
export const judgeDryRun = (
  expectations: readonly DryExpectation[],
  result: DryRunResult,
  told: Told,
): readonly DryDifference[] => expectations.flatMap((wanted) => judge(wanted, result, told) ?? []);
