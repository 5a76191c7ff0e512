import type { PoolClient } from 'pg';
import { plainArray } from '../../database/plain-array.ts';
import { newId } from '../../new-id.ts';

/** Those whom one walk left at a node to be held until one moment. */
export interface WaitGroup {
  readonly runId: string;
  readonly nodeId: string;
  readonly waitsUntil: Date;
  readonly enrolmentIds: readonly string[];
}

/** Sees to it that they are looked at again when their wait is over. */
export const addWaits = async (
  connection: PoolClient,
  projectId: string,
  groups: readonly WaitGroup[],
): Promise<void> => {
  if (groups.length === 0) return;
  await connection.query(
    `INSERT INTO wait_group (id, project_id, run_id, node_id, waits_until, size, enrolment_ids)
     SELECT n.id, $1, n.run_id, n.node_id, n.waits_until, cardinality(n.ids::uuid[]), n.ids::uuid[]
     FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[], $6::text[]) AS n (id, run_id, node_id, waits_until, ids)`,
    [
      projectId,
      groups.map(() => newId()),
      groups.map(({ runId }) => runId),
      groups.map(({ nodeId }) => nodeId),
      groups.map(({ waitsUntil }) => waitsUntil),
      groups.map(({ enrolmentIds }) => plainArray(enrolmentIds)),
    ],
  );
};

/** A group that was taken, and its place in the order of moments. */
export type TakenGroup = WaitGroup & { readonly id: string };

export type WaitPlace = Pick<TakenGroup, 'waitsUntil' | 'id'>;

/** Before everyone. */
export const firstPlace: WaitPlace = { waitsUntil: new Date(0), id: '00000000-0000-0000-0000-000000000000' };

interface Portion {
  readonly after: WaitPlace;
  readonly until: Date;
  /** So many enrolments, and at least one group. */
  readonly limit: number;
}

/** Takes the next groups whose wait is over, in order of time, but for those that somebody else is taking. */
export const takeDueWaits = async (
  connection: PoolClient,
  { after, until, limit }: Portion,
): Promise<TakenGroup[]> => {
  // One text of the ids, as the pieces of an array would be read letter by letter.
  const { rows } = await connection.query<Omit<TakenGroup, 'enrolmentIds'> & { ids: string }>(
    `WITH portion AS MATERIALIZED (
       SELECT waits_until, id FROM (
         SELECT waits_until, id, sum(size) OVER (ORDER BY waits_until, id) - size AS before FROM (
           SELECT waits_until, id, size FROM wait_group WHERE (waits_until, id) > ($1, $2::uuid) AND waits_until <= $3
           ORDER BY waits_until, id LIMIT $4) due) counted
       WHERE before < $4),
     free AS MATERIALIZED (
       SELECT waits_until, id FROM wait_group JOIN portion USING (waits_until, id)
       FOR UPDATE OF wait_group SKIP LOCKED)
     DELETE FROM wait_group w USING free f WHERE w.waits_until = f.waits_until AND w.id = f.id
     RETURNING w.waits_until AS "waitsUntil", w.id, w.run_id AS "runId", w.node_id AS "nodeId",
       array_to_string(w.enrolment_ids, ',') AS ids`,
    [after.waitsUntil, after.id, until, limit],
  );
  return rows
    .map(({ ids, ...group }) => ({ ...group, enrolmentIds: ids.split(',') }))
    .toSorted(
      (one, other) => one.waitsUntil.getTime() - other.waitsUntil.getTime() || (one.id < other.id ? -1 : 1),
    );
};
