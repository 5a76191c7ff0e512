// What other modules may do with a run's counts.
export {
  addCounts as addRunCounts,
  addRefusals,
  countLeavingBeforeSql,
  countLeavingSql,
  type CountChange,
  type RefusalChange,
} from './counts-store.ts';
