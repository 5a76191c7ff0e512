import type { BodyOf, DryLife, endpoints, Expected } from '@curlew/contract';
import type { ScenarioDocument } from '@curlew/scenario';
import { formatCount } from '../../../lib/format-number.ts';
import { writeWallTime } from '../../../lib/format-in-zone.ts';
import type { DryRunState } from '../dry-run-store.ts';

type NewExpectation = BodyOf<typeof endpoints.createExpectation>;

interface Seen {
  readonly life: DryLife;
  readonly document: ScenarioDocument;
  /** The project's. */
  readonly timeZone: string;
}

/** A message that comes a minute later is still the one that is meant. */
const slackSeconds = 60;
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

const expectedOf = ({ walks, messages }: DryLife, startsAt: number): Expected[] => {
  const sent = messages.filter(({ refusal }) => refusal === null).slice(0, 40);
  const gets = sent.map(({ nodeId, language, at }): Expected => {
    const after = Math.round((at - startsAt) / 1_000);
    return {
      kind: 'gets',
      nodeId,
      contains: null,
      language,
      from: Math.max(0, after - slackSeconds),
      to: after + slackSeconds,
    };
  });
  const end = walks.find(({ isFinished }) => isFinished);
  return [
    ...(gets.length === 0 ? [{ kind: 'gets_nothing' as const }] : gets),
    ...(end ? [{ kind: 'ends_at' as const, nodeId: end.nodeId }] : []),
  ];
};

// A weekday is as good next month; where the drawing names a date the date is meant.
const startOf = (
  startsAt: number,
  { document, timeZone }: Pick<Seen, 'document' | 'timeZone'>,
): NewExpectation['start'] => {
  const hasDate = document.nodes.some(
    (node) => node.kind === 'on_date' || (node.kind === 'wait' && node.settings.mode === 'date'),
  );
  if (hasDate) return { kind: 'moment', at: new Date(startsAt).toISOString() };
  const wall = writeWallTime(startsAt, timeZone);
  const weekday = weekdays[new Date(`${wall}:00Z`).getUTCDay()] ?? 'mon';
  return { kind: 'weekday', weekday, time: wall.slice(11) };
};

const nameOf = ({ name, walks, messages }: DryLife, { nodes }: ScenarioDocument): string => {
  const sent = messages.filter(({ refusal }) => refusal === null).length;
  const end = walks.find(({ isFinished }) => isFinished);
  const endName = nodes.find(({ id }) => id === end?.nodeId)?.name;
  const words = sent === 0 ? 'gets nothing' : `gets ${formatCount(sent, 'message')}`;
  return `${name} ${words}${endName === undefined ? '' : `, ends at ${endName}`}`.slice(0, 100);
};

/** What was seen of a dry run, as what is expected from now on. */
export const expectThis = (
  { startsAt, script, who }: Pick<DryRunState, 'startsAt' | 'script' | 'who'>,
  seen: Seen,
): NewExpectation => {
  const { life, document } = seen;
  const made = who.kind === 'made' ? who.customer : { attributes: {}, consents: [] };
  return {
    name: nameOf(life, document),
    customer:
      life.customerId === null ? { kind: 'made', customer: made } : { kind: 'real', id: life.customerId },
    start: startOf(startsAt, seen),
    script,
    expected: expectedOf(life, startsAt),
    blocks: false,
  };
};
