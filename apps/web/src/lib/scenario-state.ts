import type { Run, ScenarioStatus } from '@curlew/contract';

/** How a scenario stands, as people are told: its own status, and what became of its latest run. */
export type ScenarioState =
  | 'draft'
  | 'running'
  | 'paused'
  | 'finishing'
  | 'sending'
  | 'finished'
  | 'stopped'
  | 'inactive'
  | 'archived';

/** Of the latest run, what the state depends on. */
type RunFacts = Pick<Run, 'status' | 'pausedAt'> & {
  /** Whether customers are still inside runs that began before it. */
  readonly hasEarlier: boolean;
  /** Messages of it, and of those before it, that wait to be sent, or are being sent. */
  readonly leaving: number;
};

/**
 * How a run stands. When it has ended and earlier ones go on, the scenario as a whole is finishing; when all have come to the end and their
 * messages have not left, it is sending.
 */
export const stateOfRun = ({ status, pausedAt, hasEarlier, leaving }: RunFacts): ScenarioState => {
  switch (status) {
    case 'active':
      return pausedAt === null ? 'running' : 'paused';
    case 'finishing':
      return pausedAt === null ? 'finishing' : 'paused';
    case 'finished':
      if (hasEarlier) return 'finishing';
      if (leaving > 0) return pausedAt === null ? 'sending' : 'paused';
      return 'finished';
    case 'stopped':
      return hasEarlier ? 'finishing' : 'stopped';
  }
};

/** How a scenario stands: its run says more than its status, but not of what is in the archive. */
export const stateOf = (status: ScenarioStatus, run: RunFacts | null): ScenarioState => {
  if (run && status !== 'archived') return stateOfRun(run);
  return status === 'active' ? 'running' : status;
};
