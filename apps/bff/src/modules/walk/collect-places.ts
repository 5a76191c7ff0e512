import type { ScenarioNode } from '@curlew/scenario';
import type { NewPlace, Step } from './store.ts';
import type { Walked } from './walked.ts';

/** Where walks came to, and the steps that led there. */
export const collectPlaces = (
  walked: readonly Walked[],
  { nodes, now }: { nodes: ReadonlyMap<string, ScenarioNode>; now: Date },
): NewPlace[] => {
  const at = Math.floor(now.getTime() / 1_000);
  return walked.map(({ enrolment, result }) => ({
    from: enrolment,
    nodeId: result.nodeId,
    visit: result.visit,
    isFinished: result.isFinished,
    waitsUntil: result.waitsUntil,
    awaits: result.waitsFor?.type ?? null,
    ending: result.ending?.code ?? null,
    variant: result.variant ?? null,
    ...('webhook' in result ? { webhook: result.webhook } : {}),
    steps: result.moves.map(({ nodeId, output, why }): Step => {
      const number = nodes.get(nodeId)?.number ?? 0;
      return why === undefined ? [number, output, at] : [number, output, at, why];
    }),
  }));
};
