// What walks and triggers may do to their run.
export { addEnrolled, advanceRun as finishWalks, closeRun } from './store.ts';
