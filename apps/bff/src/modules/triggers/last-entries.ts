import type { ScenarioDocument, ScenarioNode } from '@curlew/scenario';
import type { Connection } from '../../database/database.ts';

/** Whether a trigger does not let everyone in as often as it may. */
export const limitsReentry = ({ settings }: ScenarioNode): boolean =>
  'reentry' in settings && settings.reentry.mode !== 'unlimited';

interface Asked {
  readonly projectId: string;
  readonly scenarioId: string;
  readonly document: ScenarioDocument;
  readonly customerIds: readonly string[];
  readonly until: Date;
}

/**
 * When customers last came in by triggers that limit it, up to a moment, by customer and trigger: as it will be remembered when
 * the document is started, whatever the triggers said before.
 */
export const readLastEntries = async (
  connection: Connection,
  { projectId, scenarioId, document, customerIds, until }: Asked,
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> => {
  const nodeIds = document.nodes.filter(limitsReentry).map(({ id }) => id);
  if (nodeIds.length === 0) return new Map();
  const { rows } = await connection.query<{ customerId: string; nodeId: string; at: Date }>(
    `SELECT customer_id AS "customerId", node_id AS "nodeId", max(at) AS at FROM (
       SELECT customer_id, node_id, at FROM last_entry
       WHERE project_id = $1 AND scenario_id = $2 AND node_id = ANY($3::text[]) AND customer_id = ANY($4::uuid[])
       UNION ALL
       SELECT e.customer_id, e.trigger_id, e.started_at FROM enrolment e JOIN run r ON r.id = e.run_id
       WHERE r.project_id = $1 AND r.scenario_id = $2 AND e.trigger_id = ANY($3::text[]) AND e.customer_id = ANY($4::uuid[])
     ) entry WHERE at <= $5 GROUP BY 1, 2`,
    [projectId, scenarioId, nodeIds, customerIds, until],
  );
  return new Map(
    [...Map.groupBy(rows, ({ customerId }) => customerId)].map(([customerId, own]) => [
      customerId,
      new Map(own.map(({ nodeId, at }) => [nodeId, at.getTime()])),
    ]),
  );
};
