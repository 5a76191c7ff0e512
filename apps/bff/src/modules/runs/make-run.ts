// What other modules may write of a run that they begin.
export { insertVersionAndRun, updateScenarioActive } from './store.ts';
