import {
  describeNode,
  momentOnClock,
  nodeKinds,
  type NodeOf,
  readSchedule,
  type ScenarioDocument,
  type ScenarioNode,
  triggerNodes,
} from '@curlew/scenario';
import { formatInZone } from '../../lib/format-date.ts';

/** A trigger that lets customers in later than at the start, in words. */
export interface Entrance {
  readonly nodeId: string;
  readonly name: string;
  /** What its card says: "On purchase", "Every Monday at 9:00". */
  readonly what: string;
  /** "Next on Mon 30 Nov 2026, 09:00"; null where nobody can tell. */
  readonly next: string | null;
  /** It lets everyone in once; the others go on until the scenario is finished. */
  readonly isOnce: boolean;
}

interface EntranceClock {
  readonly now: Date;
  /** IANA name; null while it is not known. */
  readonly projectZone: string | null;
}

const zoneOf = (timeZone: string, projectZone: string | null): string | null =>
  timeZone === 'project' ? projectZone : timeZone;

const nextRepeat = (
  { cron, timeZone }: NodeOf<'repeat'>['settings'],
  clock: EntranceClock,
): string | null => {
  const zone = zoneOf(timeZone, clock.projectZone);
  if (zone === null) return null;
  const schedule = readSchedule(cron, { timeZone: zone, from: clock.now, count: 1 });
  const [next] = schedule.ok ? schedule.next : [];
  return next ? `Next on ${formatInZone(zone)(next)}` : null;
};

const nextDate = (settings: NodeOf<'on_date'>['settings'], clock: EntranceClock): string | null => {
  const { date, time, timeZone } = settings;
  const zone = zoneOf(timeZone, clock.projectZone);
  if (zone === null || nodeKinds.on_date.issues(settings).length > 0) return null;
  // The customer's own clock may be behind all others.
  const moment = momentOnClock(date, time, zone === 'customer' ? 'Etc/GMT+12' : zone);
  return moment <= clock.now.getTime() ? 'That has passed: nobody enters by it' : null;
};

const sayNext = (node: ScenarioNode, clock: EntranceClock): string | null => {
  if (node.kind === 'repeat') return nextRepeat(node.settings, clock);
  if (node.kind === 'on_date') return nextDate(node.settings, clock);
  if (node.kind === 'on_event') return 'Each customer when it happens';
  if (node.kind === 'date_attribute') return 'Each customer on their own day';
  return node.kind === 'api' ? 'Each customer when your program names them' : null;
};

/** What lets customers in after a start, in the order of the drawing. Now is not among them: it lets everyone in at once. */
export const findEntrances = (document: ScenarioDocument, clock: EntranceClock): readonly Entrance[] =>
  triggerNodes(document)
    .filter(({ kind }) => kind !== 'now')
    .map((node) => ({
      nodeId: node.id,
      name: node.name || nodeKinds[node.kind].title,
      what: describeNode(node).summary,
      next: sayNext(node, clock),
      isOnce: node.kind === 'on_date',
    }));

export const hasNow = (document: ScenarioDocument): boolean =>
  document.nodes.some(({ kind }) => kind === 'now');
