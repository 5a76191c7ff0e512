import type { EventFacts } from '@curlew/engine';
import type { NodeOf } from '@curlew/scenario';
import { inTime } from '../../database/in-time.ts';
import { readEventFacts } from '../customers/read-event-facts.ts';
import { loadCustomerFacts, pickCustomers } from '../customers/service.ts';
import { findComingAnniversaries } from '../triggers/anniversary-store.ts';
import { readLastEntries } from '../triggers/last-entries.ts';
import { chooseEventEntries } from './choose-event-entries.ts';
import { completeForForecast } from './forecast-needs.ts';
import { readCandidates, readPastEvents, type ForecastEntry } from './forecast-store.ts';
import { createForecastTally, type ForecastTally } from './forecast-tally.ts';
import type { Forecasting } from './forecasting.ts';

const sampleSize = 2_000;
const countingMs = 4_000;
const dayMs = 86_400_000;
const weekDays = 7;
/** Of more customers than this, as many taken at random are asked for their day. */
const mostAsked = 20_000;

/** What walks of those whom a trigger would let in came to. */
export interface EntryWalks {
  /** How many enter in the span of the trigger; null: counting them took too long. */
  readonly entries: number | null;
  readonly tally: ForecastTally;
  readonly looked: number;
  /** How many re-entry does not let in, who would enter without it. */
  readonly leftOut?: number;
}

const walkEntries = async (
  { context, projectId, needs, facts, walkFrom, longestMs }: Forecasting,
  { nodeId, entries, sample }: { nodeId: string; entries: number; sample: readonly ForecastEntry[] },
): Promise<EntryWalks> => {
  const { pool } = context.database;
  const tally = createForecastTally();
  const ids = [...new Set(sample.map(({ customerId }) => customerId))];
  const known = await loadCustomerFacts(pool, projectId, ids);
  const complete = await completeForForecast(pool, { needs, facts }, [...known.values()]);
  const customers = new Map(complete.map((customer) => [customer.id, customer]));
  const eventIds = sample.flatMap(({ eventId }) => eventId ?? []);
  const events: ReadonlyMap<string, EventFacts> = await readEventFacts(pool, projectId, eventIds);
  const weight = entries / Math.max(1, sample.length);
  const end = performance.now() + longestMs;
  let looked = 0;
  for (const { customerId, eventId } of sample) {
    const customer = customers.get(customerId);
    if (!customer) continue;
    const event = eventId === null ? undefined : events.get(eventId);
    tally.add(customer, await walkFrom(nodeId, { customer, weight, ...(event ? { event } : {}) }));
    looked += 1;
    if (performance.now() >= end) break;
  }
  return { entries, tally, looked };
};

const unknown = (): EntryWalks => ({ entries: null, tally: createForecastTally(), looked: 0 });

/** Those whom an On date attribute trigger lets in within a week. */
export const walkAnniversaries = async (
  forecasting: Forecasting,
  { id, settings }: NodeOf<'date_attribute'>,
): Promise<EntryWalks> => {
  const { context, projectId, facts, customers } = forecasting;
  const found = await inTime(context.database, countingMs, async (connection) => {
    const among = customers > mostAsked ? await pickCustomers(connection, projectId, mostAsked) : null;
    const candidates = await findComingAnniversaries(connection, {
      projectId,
      projectZone: facts.project.timeZone ?? 'UTC',
      moment: facts.now,
      settings,
      days: weekDays,
      among,
    });
    if (!candidates) return { count: 0, sample: [] };
    const { count, sample } = await readCandidates(connection, { projectId, candidates, size: sampleSize });
    return { count: among === null ? count : Math.round((count * customers) / among.length), sample };
  });
  if (!found) return unknown();
  return walkEntries(forecasting, { nodeId: id, entries: found.count, sample: found.sample });
};

/**
 * Those whom an event would let in, each with an event that really happened: on a day of the 30 after the start, if it happens in them
 * as it did in the last 30.
 */
export const walkEventEntries = async (
  forecasting: Forecasting,
  node: NodeOf<'on_event'>,
): Promise<EntryWalks> => {
  const { context, projectId, facts, document } = forecasting;
  const { now, project, scenario } = facts;
  const { timeZone = 'UTC' } = project;
  const found = await inTime(context.database, countingMs, async (connection) => {
    const question = { projectId, timeZone, now, settings: node.settings };
    const { events, spanMs } = await readPastEvents(connection, question);
    const customerIds = [...new Set(events.map(({ customerId }) => customerId))];
    const asked = { projectId, scenarioId: scenario.id, document, customerIds, until: new Date(now) };
    const cameIn = await readLastEntries(connection, asked);
    const chosen = chooseEventEntries(node, events, {
      laterMs: spanMs,
      cameIn: (customerId) => cameIn.get(customerId)?.get(node.id),
    });
    return { ...chosen, perDay: (chosen.entries.length / spanMs) * dayMs };
  });
  if (!found) return unknown();
  const { entries, leftOut, perDay } = found;
  const sample = entries.toSorted((one, other) => one.lot - other.lot).slice(0, sampleSize);
  return { ...(await walkEntries(forecasting, { nodeId: node.id, entries: perDay, sample })), leftOut };
};
