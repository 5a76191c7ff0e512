import type { DryLife } from '@curlew/contract';
import { describeNode, type ScenarioDocument, type ScenarioNode } from '@curlew/scenario';

/** One line of what happened to a customer. */
export interface LineEntry {
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly nodeId: string | null;
  readonly words: string;
  readonly message: DryLife['messages'][number] | null;
}

const eventWords: Readonly<Record<string, string>> = {
  delivered: 'Message delivered',
  failed: 'Message failed',
  clicked: 'Customer clicked',
  incoming_message: 'Customer replied',
};

type Step = DryLife['steps'][number];

const stepWords = (step: Step, node: ScenarioNode | undefined, ending: string | null): string => {
  const name = node?.name ?? step.nodeId;
  if (step.output === null) return `${name}: the walk ends here${ending === null ? '' : `. ${ending}`}`;
  const outputs = node ? describeNode(node).outputs : [];
  const label = outputs.length > 1 ? outputs.find(({ id }) => id === step.output)?.label : undefined;
  if (label === undefined) return name;
  return step.why === 'winner' ? `${name}: ${label}, taken by all` : `${name}: ${label}`;
};

/** What happened to a customer, in order and in words; a message stands in the place of its step. */
export const writeTimeLine = (life: DryLife, document: ScenarioDocument): LineEntry[] => {
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const nameOf = (nodeId: string): string => nodes.get(nodeId)?.name ?? nodeId;
  const messages = new Map(life.messages.map((message) => [`${message.walk} ${message.visit}`, message]));
  const told: LineEntry[] = [];
  const steps: LineEntry[] = life.steps.map((step, index) => {
    const message = messages.get(`${step.walk} ${step.visit}`) ?? null;
    const { at, nodeId } = step;
    const words = stepWords(step, nodes.get(nodeId), life.walks[step.walk]?.ending ?? null);
    return { key: `step-${index}`, at, nodeId, words, message };
  });
  for (const [index, { at, type, by, nodeId, status }] of life.events.entries()) {
    const known = status === null ? undefined : eventWords[status];
    if (by === 'message' && known === undefined) continue;
    if (by === 'walk') continue;
    const about = nodeId === null ? '' : ` (${nameOf(nodeId)})`;
    const words = known === undefined ? `Event “${type}”` : `${known}${about}`;
    told.push({ key: `event-${index}`, at, nodeId, words, message: null });
  }
  // What happens is there before what comes of it.
  return [...told, ...steps].toSorted((one, other) => one.at - other.at);
};

/** How a walk stands at the end, in words; `writeMoment` writes a moment. */
export const describeStanding = (
  { nodeId, isFinished, waitsUntil, waitsFor }: DryLife['walks'][number],
  document: ScenarioDocument,
  writeMoment: (at: number) => string,
): string => {
  const name = document.nodes.find(({ id }) => id === nodeId)?.name ?? nodeId;
  if (isFinished) return `Ends at ${name}`;
  if (waitsUntil === null) return `Stands at ${name}`;
  const until = `until ${writeMoment(waitsUntil)}`;
  return waitsFor === null
    ? `Waits at ${name} ${until}`
    : `Waits at ${name} for “${waitsFor}”, ${until} at the latest`;
};

/** The moments at which anything happens, with the first and the last that were played, in order. */
export const momentsOf = (
  lives: readonly DryLife[],
  { startsAt, playedUntil }: { readonly startsAt: number; readonly playedUntil: number },
): number[] => {
  const moments = new Set([startsAt, playedUntil]);
  for (const { walks, steps, events } of lives) {
    for (const { enteredAt } of walks) moments.add(enteredAt);
    for (const { at } of steps) moments.add(at);
    for (const { at, by } of events) if (by === 'script') moments.add(at);
  }
  return [...moments].toSorted((one, other) => one - other);
};
