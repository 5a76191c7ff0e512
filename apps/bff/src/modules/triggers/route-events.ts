import { createComparisonTest, type FilterClock } from '@curlew/scenario';
import type { EventFacts } from '@curlew/engine';
import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import { readEventFacts } from '../customers/read-event-facts.ts';
import { readProjectZone } from '../projects/service.ts';
import { lockRunState } from '../runs/run-state.ts';
import { shareScenarios } from '../runs/scenario-lock.ts';
import { findVersion } from '../runs/versions.ts';
import { named } from './enrol-store.ts';
import { enrol } from './enrol.ts';
import {
  readAwaiting,
  readListeners,
  takeInbox,
  type EventListener,
  type FoundListener,
  type InboxRow,
} from './listener-store.ts';

/** An event that happened longer ago lets nobody in: it was brought in later, with others of long ago. */
const oldestMs = 24 * 3_600_000;

interface Told extends InboxRow {
  readonly facts: EventFacts;
}

interface Routing {
  readonly listener: EventListener;
  readonly events: readonly Told[];
  readonly clock: FilterClock;
  readonly now: Date;
}

const letIn = async (
  context: AppContext,
  connection: PoolClient,
  { listener: { runId, nodeId, projectId, type }, events, clock, now }: Routing,
): Promise<void> => {
  const state = await lockRunState(connection, runId);
  if (state.status !== 'active') return;
  const { scenarioId, nodes } = await findVersion(connection, runId);
  const node = nodes.get(nodeId);
  if (node?.kind !== 'on_event') throw new Error(`node ${nodeId} of run ${runId} is not started by events`);
  const { where, reentry } = node.settings;
  const tests = where.map((comparison) => createComparisonTest(comparison, clock));
  // What the version before did not come to, this one does.
  const since = Math.max(state.begunAt.getTime(), now.getTime() - oldestMs);
  const wanted = events.filter(
    ({ type: told, facts }) =>
      told === type && facts.timestamp >= since && tests.every((test) => test(facts.properties)),
  );
  const entries = wanted.map(({ customerId, eventId, depth }) => ({
    customerId,
    eventId,
    entryKey: eventId,
    depth,
  }));
  if (entries.length === 0) return;
  const entrance = { projectId, scenarioId, runId, nodeId, reentry, at: now };
  await enrol(context, connection, { entrance, candidates: named(entries, reentry) });
};

const walksAtOnce = 1_000;

// Whether it is the event that they wait for the walk finds out itself.
const sendOn = async (
  { jobs }: AppContext,
  connection: PoolClient,
  { listener: { runId, nodeId, type }, events }: Routing,
): Promise<void> => {
  const customerIds = [
    ...new Set(events.filter((event) => event.type === type).map(({ customerId }) => customerId)),
  ];
  const ids = await readAwaiting(connection, { runId, nodeId, customerIds });
  for (let start = 0; start < ids.length; start += walksAtOnce) {
    const enrolmentIds = ids.slice(start, start + walksAtOnce);
    await jobs.send(connection, 'walk', { jobs: [{ runId, nodeId, enrolmentIds }] });
  }
};

interface Portion {
  readonly projectId: string;
  readonly rows: readonly InboxRow[];
}

const findListeners = (connection: PoolClient, { projectId, rows }: Portion): Promise<FoundListener[]> =>
  readListeners(connection, projectId, [...new Set(rows.map(({ type }) => type))]);

// An event that is taken out must find the version in whose time it is: none ends and none begins meanwhile. All are asked for at
// once, as one order over all projects is needed.
const shareListening = async (connection: PoolClient, portions: readonly Portion[]): Promise<void> => {
  const scenarioIds: string[] = [];
  for (const portion of portions)
    for (const { scenarioId } of await findListeners(connection, portion)) scenarioIds.push(scenarioId);
  await shareScenarios(connection, scenarioIds);
};

const routeProject = async (context: AppContext, connection: PoolClient, portion: Portion): Promise<void> => {
  const { projectId, rows } = portion;
  const listeners = await findListeners(connection, portion);
  if (listeners.length === 0) return;
  const facts = await readEventFacts(
    connection,
    projectId,
    rows.map(({ eventId }) => eventId),
  );
  const events = rows.flatMap((row) => {
    const told = facts.get(row.eventId);
    return told ? [{ ...row, facts: told }] : [];
  });
  const now = context.now();
  const timeZone = await readProjectZone(connection, projectId);
  const routing = { events, now, clock: { now: now.getTime(), timeZone } };
  for (const listener of listeners) {
    const act = listener.isTrigger ? letIn : sendOn;
    await act(context, connection, { ...routing, listener });
  }
};

const atOnce = 1_000;

/**
 * Acts on events that somebody listens to: lets customers in whom they start, and sends on those who wait for them. An event is taken
 * out of the inbox in the transaction that acts on it, so that it counts once, whatever happens.
 */
export const routeEvents = async (context: AppContext): Promise<void> => {
  for (let taken = atOnce; taken === atOnce;) {
    taken = await context.database.transaction(async (connection) => {
      const rows = await takeInbox(connection, atOnce);
      const portions = [...Map.groupBy(rows, ({ projectId }) => projectId)]
        .map(([projectId, own]): Portion => ({ projectId, rows: own }))
        .toSorted((one, other) => (one.projectId < other.projectId ? -1 : 1));
      await shareListening(connection, portions);
      for (const portion of portions) await routeProject(context, connection, portion);
      return rows.length;
    });
  }
};
