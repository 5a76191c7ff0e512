import type { Answer, Question } from './node-outcome.ts';
import type { WalkInput, WalkResult } from './walk.ts';

/** A walk that was stopped, and what came after, as one. */
const joinWalks = (before: WalkResult, after: WalkResult): WalkResult => ({
  ...after,
  moves: [...before.moves, ...after.moves],
  effects: [...before.effects, ...after.effects],
});

/** Walks on from where a walk asked, with the answer, or from where it had no time to go on; `input` is what it began with. */
export const walkOn = (
  go: (input: WalkInput) => WalkResult,
  {
    input,
    result,
    answer,
  }: { readonly input: WalkInput; readonly result: WalkResult; readonly answer?: Answer },
): WalkResult => {
  const { nodeId, visit, customer } = result;
  const next = go({
    nodeId,
    visit,
    customer,
    ...(answer ? { answer } : {}),
    // A forecast does not go round: it is to know where it has been.
    passed: [...(input.passed ?? []), ...result.moves.map((move) => move.nodeId)],
    ...(input.event ? { event: input.event } : {}),
    ...('webhook' in result ? { webhook: result.webhook } : {}),
    ...(result.variant === undefined ? {} : { variant: result.variant }),
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
    result = walkOn(go, { input, result, answer: answerTo(result.question, result.nodeId) });
  return result;
};

/** The same for who has others to let in: `pause` is waited for where `mayGoOn` of the walk said no, and then it goes on. */
export const walkInPieces = async (
  go: (input: WalkInput) => WalkResult,
  input: WalkInput,
  {
    answerTo,
    pause,
  }: {
    readonly answerTo: (question: Question, nodeId: string) => Answer;
    readonly pause: () => Promise<void>;
  },
): Promise<WalkResult> => {
  let result = go(input);
  while (!result.isFinished && result.waitsUntil === null) {
    const { question, nodeId } = result;
    if (question === null) await pause();
    result = walkOn(go, { input, result, ...(question ? { answer: answerTo(question, nodeId) } : {}) });
  }
  return result;
};
