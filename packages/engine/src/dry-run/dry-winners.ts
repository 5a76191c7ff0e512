import { addDuration, type ScenarioDocument } from '@curlew/scenario';
import type { DryRunScript } from './dry-run-script.ts';

/** The A/B tests of a dry run, whose winners are chosen beforehand. */
export interface DryWinners {
  /** A customer comes through a node; the first who comes through a split begins its test. */
  readonly pass: (nodeId: string, at: number) => void;
  /** The variants that everyone takes at a moment, by id of the split. */
  readonly at: (now: number) => ReadonlyMap<string, string>;
}

/** A variant that everyone takes is one that has won from the start; a winner is one from the end of its test on (N66). */
export const createDryWinners = (
  document: ScenarioDocument,
  { variants, winners }: DryRunScript,
  projectZone: string,
): DryWinners => {
  const tests = document.nodes.flatMap((node) => {
    const variant = winners.get(node.id);
    if (node.kind !== 'split' || node.settings.winner === null || variant === undefined) return [];
    return [{ id: node.id, after: node.settings.winner.after, variant }];
  });
  const ends = new Map<string, number>();
  return {
    pass: (nodeId, at) => {
      const test = tests.find(({ id }) => id === nodeId);
      if (test && !ends.has(nodeId)) ends.set(nodeId, addDuration(at, test.after, projectZone));
    },
    at: (now) =>
      new Map([
        ...tests
          .filter(({ id }) => now >= (ends.get(id) ?? Infinity))
          .map(({ id, variant }) => [id, variant] as const),
        ...variants,
      ]),
  };
};
