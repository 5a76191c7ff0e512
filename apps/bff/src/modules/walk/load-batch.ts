import type { Answer, CustomerFacts, EventFacts, MessageFacts } from '@curlew/engine';
import type { PoolClient } from 'pg';
import { loadConditionEvents } from '../audiences/condition-events.ts';
import { loadNeededFacts } from '../customers/service.ts';
import { readEventFacts } from '../customers/read-event-facts.ts';
import { withFrequencyUses } from '../frequency/service.ts';
import type { PinnedVersion } from '../runs/versions.ts';
import { findHappened } from './find-happened.ts';
import { readWebhookAnswers, type EnrolmentRow } from './store.ts';
import { readAnswers } from './webhook-store.ts';
import type { WalkNeeds } from './walk-needs.ts';

interface Batch {
  readonly version: PinnedVersion;
  readonly nodeId: string;
  readonly enrolments: readonly EnrolmentRow[];
  readonly facts: MessageFacts;
  readonly needs: WalkNeeds;
}

/** What is known of a batch besides its enrolments, all of it read at once. */
export interface LoadedBatch {
  readonly customers: ReadonlyMap<string, CustomerFacts>;
  /** By id of the event. */
  readonly events: ReadonlyMap<string, EventFacts>;
  /** What the Wait they stand at waits for, by id of the enrolment. */
  readonly happened: ReadonlyMap<string, EventFacts>;
  /** Answers of webhooks, by id of the enrolment. */
  readonly webhooks: ReadonlyMap<string, unknown>;
  /** To the request that they stand at, by id of the enrolment; who has none yet is missing. */
  readonly answers: ReadonlyMap<string, Answer>;
}

// Held until the transaction ends where messages are counted or attributes worked out: of two walks the later one sees what the
// earlier one sent and wrote.
const loadCustomers = async (
  connection: PoolClient,
  { version: { projectId }, enrolments, facts, needs }: Batch,
): Promise<ReadonlyMap<string, CustomerFacts>> => {
  const ids = enrolments.map((enrolment) => enrolment.customerId);
  const policyIds = [...needs.policyIds].filter((id) => facts.project.frequencyPolicies.has(id)).toSorted();
  const holds = policyIds.length > 0 || needs.setsAttributes;
  const customers = await loadNeededFacts(connection, { projectId, customerIds: ids, holds }, needs.facts);
  const without = enrolments.flatMap(({ replaces }) => replaces ?? []);
  const counted = await withFrequencyUses(connection, { policyIds, facts, without }, customers);
  if (needs.conditions.length === 0)
    return new Map(counted.map((customer) => [customer.id, customer] as const));
  const timeZone = facts.project.timeZone ?? 'UTC';
  const events = await loadConditionEvents(
    connection,
    { projectId, timeZone, now: facts.now },
    { conditions: needs.conditions, customerIds: ids },
  );
  return new Map(
    counted.map((customer) => [customer.id, { ...customer, events: events.get(customer.id) ?? [] }] as const),
  );
};

/** Reads what walks of a batch need, each kind of thing once for all of it. */
export const loadBatch = async (connection: PoolClient, batch: Batch): Promise<LoadedBatch> => {
  const { version, nodeId, enrolments, facts, needs } = batch;
  const { projectId } = version;
  const eventIds = needs.readsEvent ? enrolments.flatMap(({ eventId }) => eventId ?? []) : [];
  const node = version.nodes.get(nodeId);
  const waiting = enrolments.filter(({ awaits }) => awaits !== null);
  const timeZone = facts.project.timeZone ?? 'UTC';
  return {
    customers: await loadCustomers(connection, batch),
    events: await readEventFacts(connection, projectId, eventIds),
    happened:
      node?.kind === 'wait' && waiting.length > 0
        ? await findHappened(connection, { projectId, timeZone, now: facts.now, node }, waiting)
        : new Map(),
    webhooks: needs.readsWebhook
      ? await readWebhookAnswers(
          connection,
          enrolments.map(({ id }) => id),
        )
      : new Map(),
    answers:
      node?.kind === 'webhook'
        ? await readAnswers(
            connection,
            enrolments.map(({ id, visit }) => ({ enrolmentId: id, visit })),
          )
        : new Map(),
  };
};
