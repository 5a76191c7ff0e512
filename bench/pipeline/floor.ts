import type { Pool } from 'pg';
import { newId } from '../../apps/bff/src/new-id.ts';
import type { CarrierAddress } from '../workers/worker-calls.ts';

interface Customer {
  readonly id: string;
  readonly phone: string;
  readonly text: string;
}

/** So many in a request, as an operator takes at most. */
const batchSize = 1_000;

interface Floor {
  readonly projectId: string;
  readonly carrier: CarrierAddress;
  readonly share: number;
  readonly of: number;
}

/** Requests of one worker at once: while one waits for the database or the operator the other is worked on. */
const lanes = 2;

/** Made ready at a time, so that a million of them fit where a worker does. */
const portionSize = 20_000;

/** The worker's own of the next customers after an id, and the id of the last of all of them; null where there are no more. */
const readPortion = async (
  pool: Pool,
  { projectId, share, of }: Floor,
  after: string,
): Promise<{ customers: Customer[]; last: string } | null> => {
  const { rows } = await pool.query<Customer>(
    `SELECT id, phone_e164 AS phone, 'Hi ' || (attributes->>'first_name') || ', your ' || (attributes->>'points')
         || ' points are waiting. See you in ' || (attributes->>'city') || '!' AS text
       FROM customer WHERE project_id = $1 AND phone_e164 IS NOT NULL AND id > $2 ORDER BY id LIMIT $3`,
    [projectId, after, portionSize],
  );
  const last = rows.at(-1);
  if (!last) return null;
  return {
    customers: rows.filter((_, place) => Math.floor(place / batchSize) % of === share),
    last: last.id,
  };
};

const common = {
  action_type: 'sms',
  campaign_id: newId(),
  campaign_name: 'Bench',
  action_id: 2,
  sender: 'Curlew',
};

const eventsSql = `INSERT INTO customer_event (id, project_id, customer_id, type, timestamp, properties)
  SELECT new_uuid(), $1, n.customer_id, 'campaign', now(), $2::jsonb || jsonb_build_object('recipient', n.phone,
    'message', n.text, 'message_id', n.id, 'message_parts', 1, 'encoding', 'gsm7', 'language', 'en')
  FROM unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[]) AS n (id, customer_id, phone, text)`;

interface Ready {
  readonly body: string;
  readonly ids: readonly string[];
  readonly customers: readonly Customer[];
}

const makeReady = (customers: readonly Customer[]): Ready => {
  const texts = Object.fromEntries(customers.map(({ phone, text }) => [phone.slice(1), text]));
  const body = JSON.stringify({
    type: 'mt_text',
    from: 'Curlew',
    to: customers.map(({ phone }) => phone),
    body: '${t1}',
    parameters: { t1: texts },
    client_reference: newId(),
    delivery_report: 'none',
    max_number_of_message_parts: 1,
  });
  return { body, ids: customers.map(() => newId()), customers };
};

const sendOne = async (
  pool: Pool,
  { projectId, carrier }: Floor,
  { body, ids, customers }: Ready,
): Promise<void> => {
  const [runId, integrationId, batchId] = [newId(), newId(), newId()];
  const customerIds = customers.map(({ id }) => id);
  const columns = [ids, customerIds, customers.map(({ phone }) => phone), customers.map(({ text }) => text)];
  const connection = await pool.connect();
  try {
    await connection.query('BEGIN');
    await connection.query(
      `INSERT INTO enrolment (id, project_id, run_id, customer_id, node_id, trigger_id)
       SELECT id, $1, $2, customer_id, 'n0', 'n0' FROM unnest($3::uuid[], $4::uuid[]) AS n (id, customer_id)`,
      [projectId, runId, ids, customerIds],
    );
    await connection.query('COMMIT');
    await connection.query('BEGIN');
    await connection.query(
      `UPDATE enrolment SET node_id = 'n1', status = 'finished', visit = 2,
         path = '[1,"out",1700000000],[2,"out",1700000000],' WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    await connection.query(
      `INSERT INTO message (id, project_id, run_id, node_id, enrolment_id, visit, customer_id, integration_id, recipient, sender,
         text, language, encoding, parts)
       SELECT n.id, $1, $2, 'n1', n.id, 2, n.customer_id, $3, n.phone, 'Curlew', n.text, 'en', 'gsm7', 1
       FROM unnest($4::uuid[], $5::uuid[], $6::text[], $7::text[]) AS n (id, customer_id, phone, text)`,
      [projectId, runId, integrationId, ...columns],
    );
    await connection.query(eventsSql, [
      projectId,
      JSON.stringify({ ...common, status: 'enqueued' }),
      ...columns,
    ]);
    await connection.query('COMMIT');
    // Claimed before the operator is called, as whoever must send nothing twice has to.
    await connection.query('BEGIN');
    await connection.query(
      `INSERT INTO send_batch (id, project_id, integration_id, messages) VALUES ($1, $2, $3, $4)`,
      [batchId, projectId, integrationId, customers.length],
    );
    await connection.query(
      `UPDATE message SET status = 'sending', batch_id = $2, claimed_at = now() WHERE id = ANY($1::uuid[])`,
      [ids, batchId],
    );
    await connection.query('COMMIT');
  } finally {
    connection.release();
  }
  const answer = await fetch(`${carrier.url}/xms/v1/demo/batches`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${carrier.token}`, 'Content-Type': 'application/json' },
    body,
  });
  const said = await answer.text();
  if (answer.status !== 201) throw new Error(`the carrier answered ${answer.status} to the floor: ${said}`);
  const { id: providerId } = JSON.parse(said) as { id: string };
  const recorded = await pool.connect();
  try {
    await recorded.query('BEGIN');
    await recorded.query(
      `UPDATE send_batch SET status = 'accepted', provider_id = $2, ended_at = now() WHERE id = $1`,
      [batchId, providerId],
    );
    await recorded.query(`UPDATE message SET status = 'sent', sent_at = now() WHERE id = ANY($1::uuid[])`, [
      ids,
    ]);
    await recorded.query(eventsSql, [projectId, JSON.stringify({ ...common, status: 'sent' }), ...columns]);
    await recorded.query('COMMIT');
  } finally {
    recorded.release();
  }
};

const makeAllReady = (customers: readonly Customer[]): Ready[] =>
  Array.from({ length: Math.ceil(customers.length / batchSize) }, (_, index) =>
    makeReady(customers.slice(index * batchSize, (index + 1) * batchSize)),
  );

/**
 * Writes the rows of a campaign and makes its requests, with no logic at all: what no pipeline on this machine can be faster than.
 * The clock stands still while texts and requests are made ready. Returns its milliseconds and how many were sent.
 */
export const runFloor = async (pool: Pool, floor: Floor): Promise<{ ms: number; messages: number }> => {
  let [ms, messages] = [0, 0];
  let portion = await readPortion(pool, floor, '00000000-0000-0000-0000-000000000000');
  while (portion) {
    const batches = makeAllReady(portion.customers);
    const began = performance.now();
    await Promise.all(
      Array.from({ length: lanes }, async (_, lane) => {
        for (let next = lane; next < batches.length; next += lanes) {
          const batch = batches[next];
          if (batch) await sendOne(pool, floor, batch);
        }
      }),
    );
    ms += performance.now() - began;
    messages += portion.customers.length;
    portion = await readPortion(pool, floor, portion.last);
  }
  return { ms, messages };
};
