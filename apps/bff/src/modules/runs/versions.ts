import { parseDocument, type ScenarioDocument, type ScenarioNode } from '@curlew/scenario';
import type { Connection } from '../../database/database.ts';
import { readRun, readVersionDocument } from './store.ts';

/** What a run runs: its pinned version. */
export interface PinnedVersion {
  readonly runId: string;
  readonly projectId: string;
  readonly scenarioId: string;
  readonly name: string;
  readonly document: ScenarioDocument;
  /** The nodes of the document by id. */
  readonly nodes: ReadonlyMap<string, ScenarioNode>;
}

// A version never changes, so a process reads it once; the oldest leave when there are many.
const known = new Map<string, PinnedVersion>();
const keptVersions = 100;

const loadVersion = async (connection: Connection, runId: string): Promise<PinnedVersion> => {
  const run = await readRun(connection, runId);
  if (!run) throw new Error(`run ${runId} does not exist`);
  const parsed = parseDocument(await readVersionDocument(connection, run.versionId));
  if (!parsed.ok) throw new Error(`the version of run ${runId} is broken: ${parsed.problems.join('; ')}`);
  const { projectId, scenarioId, scenarioName: name } = run;
  const { document } = parsed;
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  return { runId, projectId, scenarioId, name, document, nodes };
};

/** The version of a run. Inside a transaction give its own connection: another one would have to wait for it. */
export const findVersion = async (connection: Connection, runId: string): Promise<PinnedVersion> => {
  const cached = known.get(runId);
  if (cached) return cached;
  const version = await loadVersion(connection, runId);
  known.set(runId, version);
  const [oldest] = known.keys();
  if (known.size > keptVersions && oldest !== undefined) known.delete(oldest);
  return version;
};
