import { createComparisonTest } from '@curlew/scenario';
import type { MessageFacts } from '../facts.ts';
import type { AwaitedEvent } from '../node-outcome.ts';
import type { DryEvent } from './dry-run-result.ts';
import type { DryRunScript } from './dry-run-script.ts';

/** An event that is to come. */
export interface ComingEvent extends DryEvent {
  /** How many scenarios started one another before it; null: it starts nothing and ends no wait. */
  readonly depth: number | null;
  /** The customer knows it already, by the walk that told it. */
  readonly isKnown: boolean;
}

/** In the order that they come; what comes at the same moment in the order in which it was told. */
export const inOrder = (events: readonly ComingEvent[]): ComingEvent[] =>
  events.toSorted((one, other) => one.at - other.at);

/** What the script tells, from the start on. */
export const eventsOfScript = ({ events, startsAt }: DryRunScript): ComingEvent[] =>
  inOrder(
    events
      .filter(({ timestamp }) => timestamp >= startsAt)
      .map(({ timestamp, type, properties }) => ({
        at: timestamp,
        type,
        properties,
        by: 'script',
        nodeId: null,
        depth: 0,
        isKnown: false,
      })),
  );

/** Whether an event is one that a Wait or a trigger is there for. */
export const isAwaited = (
  { type, properties }: Pick<DryEvent, 'type' | 'properties'>,
  wanted: AwaitedEvent,
  { project, now }: Pick<MessageFacts, 'project' | 'now'>,
): boolean =>
  type === wanted.type &&
  wanted.where.every((comparison) =>
    createComparisonTest(comparison, { now, timeZone: project.timeZone ?? 'UTC' })(properties),
  );
