// What a walk may do to its run.
export { advanceRun as finishWalks } from './store.ts';
