import type { ScenarioChange } from '@curlew/contract';
import { createDocument } from '@curlew/testkit';
import type { AppContext } from '../app-context.ts';
import { changeScenarios } from '../modules/scenarios/change-scenarios.ts';
import { listScenarios } from '../modules/scenarios/list.ts';
import { createScenario } from '../modules/scenarios/service.ts';
import { newId } from '../new-id.ts';
import type { TestProject } from './create-test-project.ts';
import { withTestProject } from './with-test-project.ts';

interface Ground {
  readonly context: AppContext;
  readonly project: TestProject;
  /** The owner of the project. */
  readonly by: { readonly userId: string; readonly name: string };
}

/** What a list of scenarios is asked for, but for its pages. */
export type ListRequest = Omit<Parameters<typeof listScenarios>[2], 'cursor' | 'limit'>;

/** The hooks of a file whose tests each have a project with scenarios as they need them, and what they do and ask. */
export const withScenarios = (tell: (ground: Ground) => void) => {
  let ground: Ground;
  withTestProject(({ context, project }) => {
    ground = { context, project, by: { userId: project.userId, name: 'Tester' } };
    tell(ground);
  });
  const sql = (text: string, values: readonly unknown[]) =>
    ground.context.database.pool.query<{ action: string }>(text, [...values]);
  return {
    sql,
    make: async (name: string, folderId: string | null = null): Promise<string> => {
      const { context, project, by } = ground;
      const draft = { name, document: createDocument(), folderId, by };
      return (await createScenario(context, project.projectId, draft)).id;
    },
    setStatus: (id: string, status: string) =>
      sql('UPDATE scenario SET status = $2::scenario_status WHERE id = $1', [id, status]),
    addRun: (id: string, startedAt: string) =>
      sql(
        `INSERT INTO run (id, project_id, scenario_id, version_id, status, started_by, started_at, enrolled)
         VALUES ($1, $2, $3, $1, 'finished', 'Tester', $4, 7)`,
        [newId(), ground.project.projectId, id, startedAt],
      ),
    auditOf: async (subjectId: string): Promise<string[]> => {
      const { rows } = await sql('SELECT action FROM audit_entry WHERE subject_id = $1 ORDER BY at, id', [
        subjectId,
      ]);
      return rows.map(({ action }) => action);
    },
    change: (ids: readonly string[], what: ScenarioChange) =>
      changeScenarios(ground.context, ground.project.projectId, { ids, change: what, by: ground.by }),
    place: (scenarioId: string) => ({ projectId: ground.project.projectId, scenarioId }),
    namesOf: async (request: ListRequest = {}): Promise<string[]> => {
      const { context, project } = ground;
      const { items } = await listScenarios(context, project.projectId, { ...request, limit: 50 });
      return items.map(({ name }) => name);
    },
  };
};
