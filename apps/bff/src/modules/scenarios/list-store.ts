import type { ScenarioSort, ScenarioStatus, ScenarioSummary } from '@curlew/contract';
import type { Connection } from '../../database/database.ts';
import { containsPattern } from '../../http/page.ts';
import { countLeavingBeforeSql, countLeavingSql } from '../runs/counts.ts';
import { sortKeys } from './sort-keys.ts';

export interface ScenarioListRow {
  readonly id: string;
  readonly name: string;
  readonly status: ScenarioStatus;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly updatedBy: string;
  readonly nodeCount: number;
  readonly tags: readonly string[];
  readonly folder: { id: string; name: string } | null;
  readonly owner: { id: string; name: string } | null;
  readonly lastRun: ScenarioSummary['lastRun'];
}

export interface SortedScenarioRow extends ScenarioListRow {
  /** As text, with the microseconds that a Date would lose. */
  readonly sortKey: string;
}

const isoTime = (column: string): string =>
  `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const columns = `s.id, s.name, s.status::text AS status, s.created_at AS "createdAt", s.updated_at AS "updatedAt",
  s.updated_by AS "updatedBy", jsonb_array_length(s.document -> 'nodes') AS "nodeCount", s.tags,
  CASE WHEN f.id IS NULL THEN NULL ELSE jsonb_build_object('id', f.id, 'name', f.name) END AS folder,
  CASE WHEN u.id IS NULL THEN NULL ELSE jsonb_build_object('id', u.id, 'name', u.name) END AS owner,
  CASE WHEN last.id IS NULL THEN NULL ELSE (SELECT jsonb_build_object(
      'status', last.status, 'pausedAt', ${isoTime('last.paused_at')}, 'startedAt', ${isoTime('last.started_at')},
      'enrolled', shown.enrolled, 'leaving', ${countLeavingSql('last.id')},
      'leavingEarlier', ${countLeavingBeforeSql('last')},
      'sent', coalesce(sum(c.value) FILTER (WHERE c.counter = 'sent'), 0),
      'delivered', coalesce(sum(c.value) FILTER (WHERE c.counter = 'delivered'), 0),
      'failed', coalesce(sum(c.value) FILTER (WHERE c.counter IN ('failed', 'rejected')), 0))
    FROM node_count c WHERE c.run_id = shown.id) END AS "lastRun"`;

const tables = `scenario s
  LEFT JOIN scenario_folder f ON f.id = s.folder_id
  LEFT JOIN user_account u ON u.id = s.owner_id
  LEFT JOIN LATERAL (SELECT r.id, r.project_id, r.scenario_id, r.status, r.paused_at, r.started_at, r.enrolled FROM run r WHERE r.scenario_id = s.id
    ORDER BY r.started_at DESC, r.id DESC LIMIT 1) last ON true
  -- What a message that is sent again counts says little of the campaign: numbers are those of the last start.
  LEFT JOIN LATERAL (SELECT r.id, r.enrolled FROM run r WHERE r.scenario_id = s.id AND r.resend_of_id IS NULL
    ORDER BY r.started_at DESC, r.id DESC LIMIT 1) shown ON true`;

export interface ScenarioListQuery {
  readonly projectId: string;
  readonly search: string;
  /** Null: all but the archived ones. */
  readonly status: ScenarioStatus | null;
  readonly tag: string | null;
  /** `none`: in no folder; null: anywhere. */
  readonly folderId: string | null;
  /** `nobody`: without an owner; null: whoever. */
  readonly ownerId: string | null;
  readonly sort: ScenarioSort;
  readonly order: 'asc' | 'desc';
  /** Sort key and id of the row that the page begins after. */
  readonly after: { readonly key: string; readonly id: string } | null;
  readonly limit: number;
}

/** One row more than `limit`. */
export const readScenarios = async (
  connection: Connection,
  query: ScenarioListQuery,
): Promise<SortedScenarioRow[]> => {
  const { sql: key, type } = sortKeys[query.sort];
  const [direction, isAfter] = query.order === 'asc' ? ['ASC', '>'] : ['DESC', '<'];
  const { rows } = await connection.query<SortedScenarioRow>(
    `SELECT ${columns}, (${key})::text AS "sortKey" FROM ${tables}
     WHERE s.project_id = $1
       AND CASE WHEN $2::scenario_status IS NULL THEN s.status <> 'archived' ELSE s.status = $2 END
       AND (s.name ILIKE $3 OR EXISTS (SELECT FROM unnest(s.tags) t WHERE t ILIKE $3))
       AND ($4::text IS NULL OR EXISTS (SELECT FROM unnest(s.tags) t WHERE lower(t) = lower($4)))
       AND CASE WHEN $5::text IS NULL THEN true WHEN $5 = 'none' THEN s.folder_id IS NULL ELSE s.folder_id::text = $5 END
       AND CASE WHEN $6::text IS NULL THEN true WHEN $6 = 'nobody' THEN u.id IS NULL ELSE s.owner_id = $6 END
       AND ($7::${type} IS NULL OR (${key}, s.id) ${isAfter} ($7::${type}, $8::uuid))
     ORDER BY ${key} ${direction}, s.id ${direction} LIMIT $9`,
    [
      query.projectId,
      query.status,
      containsPattern(query.search),
      query.tag,
      query.folderId,
      query.ownerId,
      query.after?.key ?? null,
      query.after?.id ?? null,
      query.limit + 1,
    ],
  );
  return rows;
};

export const readScenarioSummary = async (
  connection: Connection,
  projectId: string,
  id: string,
): Promise<ScenarioListRow | null> => {
  const { rows } = await connection.query<ScenarioListRow>(
    `SELECT ${columns} FROM ${tables} WHERE s.project_id = $1 AND s.id = $2`,
    [projectId, id],
  );
  return rows[0] ?? null;
};

/** The tags in use, by name; of one that is written in several ways, the most common. */
export const readTags = async (
  connection: Connection,
  projectId: string,
): Promise<{ name: string; scenarioCount: number }[]> => {
  const { rows } = await connection.query<{ name: string; scenarioCount: number }>(
    `SELECT mode() WITHIN GROUP (ORDER BY t) AS name, count(*)::int AS "scenarioCount"
     FROM scenario s, unnest(s.tags) t WHERE s.project_id = $1 GROUP BY lower(t) ORDER BY lower(t)`,
    [projectId],
  );
  return rows;
};
