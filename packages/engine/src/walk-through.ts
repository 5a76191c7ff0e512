import type { Answer, Question } from './node-outcome.ts';
import type { WalkInput, WalkResult } from './walk.ts';

/** A walk that was stopped by a question, and what came after its answer, as one. */
export const joinWalks = (before: WalkResult, after: WalkResult): WalkResult => ({
  ...after,
  moves: [...before.moves, ...after.moves],
  effects: [...before.effects, ...after.effects],
});

/** Walks on from a question with its answer; `input` is what the walk began with. */
export const answerWalk = (
  go: (input: WalkInput) => WalkResult,
  {
    input,
    result,
    answer,
  }: { readonly input: WalkInput; readonly result: WalkResult; readonly answer: Answer },
): WalkResult => {
  const { nodeId, visit, customer } = result;
  const next = go({
    nodeId,
    visit,
    customer,
    answer,
    // A forecast does not go round: it is to know where it has been.
    passed: [...(input.passed ?? []), ...result.moves.map((move) => move.nodeId)],
    ...(input.event ? { event: input.event } : {}),
    ...('webhook' in result ? { webhook: result.webhook } : {}),
  });
  return joinWalks(result, next);
};

/** Walks as far as it goes where each question is answered on the spot. */
export const walkThrough = (
  go: (input: WalkInput) => WalkResult,
  input: WalkInput,
  answerTo: (question: Question, nodeId: string) => Answer,
): WalkResult => {
  let result = go(input);
  while (result.question !== null)
    result = answerWalk(go, { input, result, answer: answerTo(result.question, result.nodeId) });
  return result;
};
