import type { Run } from '@curlew/contract';
import { countLeaving } from '../../lib/message-places.ts';
import { isGoingOn, stateOfLatest } from './run-totals.ts';

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
    const ended = stateOfLatest(run);
    // Everyone has come to the end, and messages of theirs have not left. Of earlier runs nobody tells whether they are paused.
    if (ended === 'paused') return { first: 'resume', others: ['start', 'stop'] };
    if (ended === 'sending')
      return {
        first: 'pause',
        others: countLeaving(run.nodes) > 0 ? ['start', 'stop'] : ['resume', 'start', 'stop'],
      };
    return { first: 'start', others: [] };
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
