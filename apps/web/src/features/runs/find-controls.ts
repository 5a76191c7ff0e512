import type { Run } from '@curlew/contract';
import { isGoingOn, stageOf, stateOfLatest } from './run-totals.ts';

export type RunCommand = 'start' | 'publish' | 'resume' | 'pause' | 'finish' | 'stop';

interface Controls {
  /** The one button that is in sight. */
  readonly first: RunCommand;
  /** What the menu beside it holds. */
  readonly others: readonly RunCommand[];
}

/** What can be done with a scenario now: one thing at hand, the rest in a menu. */
export const findControls = (run: Run | null, hasChanges: boolean): Controls => {
  if (run === null) return { first: 'start', others: [] };
  if (!isGoingOn(run)) {
    const stage = stageOf(run);
    // Everyone has come to the end, and their messages are on their way.
    if (stage === 'paused') return { first: 'resume', others: ['start', 'stop'] };
    return { first: 'start', others: stage === 'sending' ? ['pause', 'stop'] : [] };
  }
  const state = stateOfLatest(run);
  const publish: readonly RunCommand[] = hasChanges ? ['publish'] : [];
  if (state === 'paused') {
    const finish: readonly RunCommand[] = run.status === 'active' ? ['finish'] : [];
    return { first: 'resume', others: [...publish, ...finish, 'stop'] };
  }
  if (state === 'running')
    return hasChanges
      ? { first: 'publish', others: ['pause', 'finish', 'stop'] }
      : { first: 'pause', others: ['finish', 'stop'] };
  // Of earlier versions that go on by themselves nobody tells whether they are paused.
  const resume: readonly RunCommand[] = run.status === 'finishing' ? [] : ['resume'];
  return { first: 'pause', others: [...resume, ...publish, 'stop'] };
};
