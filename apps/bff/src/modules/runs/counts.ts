// What other modules may do with a run's counts.
export {
  addCounts as addRunCounts,
  addRefusals,
  type CountChange,
  type RefusalChange,
} from './counts-store.ts';
