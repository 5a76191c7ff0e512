import { createChance } from '../chance.ts';
import type { NodeInput, NodeOutcome } from '../node-outcome.ts';

const nameOf = ({ id, name }: NodeInput<'split'>['node']['settings']['variants'][number]): string =>
  name.trim() || id;

/** An A/B split draws for each customer by weight, the same each time; once a winner is decided everyone takes that. */
export const executeSplit = ({ node, customer, facts, run }: NodeInput<'split'>): NodeOutcome => {
  const { variants } = node.settings;
  const winner = run.winners?.get(node.id);
  const best = variants.find(({ id }) => id === winner);
  if (best) return { kind: 'leave', output: best.id, variant: nameOf(best), why: 'winner' };
  const draw = (facts.chance ?? createChance)(`split ${customer.id} ${node.id}`)() * 100;
  let bound = 0;
  const drawn = variants.find(({ weight }) => {
    bound += weight;
    return draw < bound;
  });
  // Weights that do not add up to 100 are an issue, and not started with.
  const chosen = drawn ?? variants.findLast(({ weight }) => weight > 0);
  if (!chosen) throw new Error(`split ${node.id} has no variant with a weight`);
  return { kind: 'leave', output: chosen.id, variant: nameOf(chosen), why: Math.floor(draw * 100) / 100 };
};
