import { isRunnable } from '@curlew/engine';
import { nodeKinds, type ScenarioDocument, type ScenarioIssue } from '@curlew/scenario';

/** The nodes that can be drawn, and that no walk can pass: with one of them a scenario does not start. */
export const findRunnableIssues = ({ nodes }: ScenarioDocument): ScenarioIssue[] =>
  nodes
    .filter((node) => !isRunnable(node))
    .map(({ id, kind }) => ({
      code: 'not_runnable',
      severity: 'error',
      nodeId: id,
      field: null,
      message: `“${nodeKinds[kind].title}” cannot run yet: this version of Curlew draws and checks it only, so remove it before the start`,
    }));
