import type { JobOf } from '../../jobs/queues.ts';
import type { Walked } from './walked.ts';

/** The job that asks again about those who are held at one node until the same moment. */
export interface Wait {
  readonly job: JobOf<'walk'>;
  /** Milliseconds since 1970. */
  readonly due: number;
}

/** The jobs that go on with whoever is held. A batch has at most a thousand, so each group is one job. */
export const planWaits = (walked: readonly Walked[], runId: string): Wait[] => {
  const held = walked.flatMap(({ enrolment, result: { nodeId, waitsUntil: due } }) =>
    due === null ? [] : [{ id: enrolment.id, nodeId, due }],
  );
  const groups = Map.groupBy(held, ({ nodeId, due }) => `${due} ${nodeId}`);
  return Array.from(groups.values()).flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { nodeId, due } = first;
    return [{ due, job: { runId, nodeId, enrolmentIds: group.map(({ id }) => id) } }];
  });
};
