import type { NodeCounts, Run } from '@curlew/contract';

type Counter = Exclude<keyof NodeCounts, 'nodeId' | 'outputs'>;

/** One counter of a run, over all its nodes. */
export const sumOf = (run: Run, counter: Counter): number =>
  run.nodes.reduce((sum, node) => sum + node[counter], 0);

/** Messages that have not come to an end that is known: waiting, or with the operator. */
export const countUnderWay = (run: Run): number =>
  Math.max(
    0,
    sumOf(run, 'enqueued') -
      sumOf(run, 'delivered') -
      sumOf(run, 'failed') -
      sumOf(run, 'rejected') -
      sumOf(run, 'unknown') -
      sumOf(run, 'expired') -
      sumOf(run, 'cancelled'),
  );

/** Messages that were not sent, with or without being tried. */
export const countNotSent = (run: Run): number =>
  sumOf(run, 'suppressed') + sumOf(run, 'enqueueFailed') + sumOf(run, 'expired') + sumOf(run, 'cancelled');

/** Customers who are held at a node until a moment that is known. */
export const countHeld = (run: Run): number => sumOf(run, 'waiting');

export type RunStage = 'waiting' | 'walking' | 'sending' | 'delivering' | 'done';

/** How far a run is, in the words of the strip. */
export const stageOf = (run: Run): RunStage => {
  if (run.status === 'active' || run.status === 'finishing') {
    const held = countHeld(run);
    return held > 0 && run.walked + held >= run.enrolled ? 'waiting' : 'walking';
  }
  const left =
    sumOf(run, 'sent') +
    sumOf(run, 'rejected') +
    sumOf(run, 'unknown') +
    sumOf(run, 'expired') +
    sumOf(run, 'cancelled');
  if (left < sumOf(run, 'enqueued')) return 'sending';
  return countUnderWay(run) > 0 ? 'delivering' : 'done';
};
