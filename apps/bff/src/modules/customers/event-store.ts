import type { PoolClient } from 'pg';
import { intArray, jsonbArray, uuidArray } from '../../database/binary-array.ts';
import { distinctRows } from '../../database/distinct-rows.ts';
import { storablePlainJson, storableText } from '../../database/storable-text.ts';

interface EventHead {
  readonly id: string;
  readonly customerId: string;
  /** Null: a campaign event, whose type is what the project names them when it is written. */
  readonly type: string | null;
  /** ISO 8601. */
  readonly timestamp: string;
  /** What many events say alike, one object for all of them. */
  readonly shared?: Readonly<Record<string, unknown>>;
  /** How many scenarios started one another before it; left out: none. Null: it starts nothing and ends no wait. */
  readonly depth?: number | null;
}

interface ToldEvent extends EventHead {
  /** Put over what it shares. */
  readonly properties: Readonly<Record<string, unknown>>;
}

export interface MessageEvent extends EventHead {
  /** The id of a message of its customer, written before: its number, text and id are put over what the event shares. */
  readonly ofMessage: string;
}

export type NewCustomerEvent = ToldEvent | MessageEvent;

const isOfMessage = (event: NewCustomerEvent): event is MessageEvent => 'ofMessage' in event;
const isTold = (event: NewCustomerEvent): event is ToldEvent => !isOfMessage(event);

// Events are rows of `told`, made of `heads` (what many have alike) and of what each says itself.
const headsSql = `unnest($3::text[], $4::timestamptz[], $5::jsonb[], $6::smallint[])
         WITH ORDINALITY AS h (type, timestamp, shared, depth, head)`;
const typeSql = 'coalesce(h.type, (SELECT campaign_events[1] FROM project WHERE id = $1))';

const writeSql = (told: string): string => `WITH told AS MATERIALIZED (${told}),
     written AS (
       INSERT INTO customer_event (id, project_id, customer_id, type, timestamp, properties, is_heard)
       SELECT id, $1, customer_id, type, timestamp, properties, depth IS NOT NULL FROM told)
     INSERT INTO event_inbox (event_id, project_id, customer_id, type, depth)
     SELECT told.id, $1, told.customer_id, told.type, told.depth FROM told
     WHERE told.depth IS NOT NULL
       AND EXISTS (SELECT FROM event_listener l WHERE l.project_id = $1 AND l.type = told.type)`;

const writeToldSql = writeSql(`
       SELECT own.id, own.customer_id, ${typeSql} AS type, h.timestamp, h.shared || p.properties AS properties, h.depth
       FROM unnest($2::uuid[], $7::uuid[], $8::int[], $9::int[]) AS own (id, customer_id, head, place)
       JOIN ${headsSql} USING (head)
       JOIN unnest($10::jsonb[]) WITH ORDINALITY AS p (properties, place) USING (place)`);

// Each message is fetched by its key, whatever the planner thinks of the table. Where one is not there, an event without a customer is refused.
const writeOfMessagesSql = writeSql(`
       SELECT own.id, m.customer_id, ${typeSql} AS type, h.timestamp, h.shared || m.said AS properties, h.depth
       FROM unnest($2::uuid[], $7::uuid[], $8::int[]) AS own (id, message_id, head)
       JOIN ${headsSql} USING (head)
       LEFT JOIN LATERAL (
         SELECT customer_id, jsonb_build_object('recipient', recipient, 'message', text, 'message_id', id) AS said
         FROM message WHERE id = own.message_id AND project_id = $1 LIMIT 1) m ON true`);

const areHeadsAlike = (one: EventHead, other: EventHead): boolean =>
  one.shared === other.shared &&
  one.timestamp === other.timestamp &&
  one.type === other.type &&
  one.depth === other.depth;

/** The parameters from the first to the sixth, and for every event the place of its head. */
const headsOf = (projectId: string, events: readonly EventHead[]) => {
  const numbers = new Map<object | undefined, number>();
  const numberOf = (shared: object | undefined): number => {
    const number = numbers.get(shared) ?? numbers.size;
    numbers.set(shared, number);
    return number;
  };
  const { rows, places } = distinctRows(
    events,
    ({ type, timestamp, depth = 0, shared }) => `${numberOf(shared)} ${depth} ${timestamp} ${type ?? ''}`,
    areHeadsAlike,
  );
  const parameters = [
    projectId,
    uuidArray(events.map(({ id }) => id)),
    rows.map(({ type }) => (type === null ? null : storableText(type))),
    rows.map(({ timestamp }) => timestamp),
    jsonbArray(rows.map(({ shared = {} }) => storablePlainJson(shared))),
    rows.map(({ depth = 0 }) => depth),
  ];
  return { parameters, places };
};

const insertTold = async (
  connection: PoolClient,
  projectId: string,
  events: readonly ToldEvent[],
): Promise<void> => {
  const heads = headsOf(projectId, events);
  const own = distinctRows(
    events.map(({ properties }) => storablePlainJson(properties)),
    (json) => json,
  );
  await connection.query(writeToldSql, [
    ...heads.parameters,
    uuidArray(events.map(({ customerId }) => customerId)),
    intArray(heads.places),
    intArray(own.places),
    jsonbArray(own.rows),
  ]);
};

const insertOfMessages = async (
  connection: PoolClient,
  projectId: string,
  events: readonly MessageEvent[],
): Promise<void> => {
  const heads = headsOf(projectId, events);
  const ids = uuidArray(events.map(({ ofMessage }) => ofMessage));
  await connection.query(writeOfMessagesSql, [...heads.parameters, ids, intArray(heads.places)]);
};

/**
 * Writes events of one project. Those that a trigger or a wait of the project listens to are put into the
 * inbox with them.
 */
export const insertEvents = async (
  connection: PoolClient,
  projectId: string,
  events: readonly NewCustomerEvent[],
): Promise<void> => {
  const ofMessages = events.filter(isOfMessage);
  const told = events.filter(isTold);
  if (told.length > 0) await insertTold(connection, projectId, told);
  if (ofMessages.length > 0) await insertOfMessages(connection, projectId, ofMessages);
};
