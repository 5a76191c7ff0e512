import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { triggerNodes } from '@curlew/scenario';
import { anyPlainDocument, createCustomerFacts, createMessageFacts } from '@curlew/testkit';
import { walk, walkInPieces, walkThrough, type Answer, type Question } from './index.ts';

const facts = createMessageFacts();
const customer = createCustomerFacts({ attributes: { city: 'Brno', n: 3 } });

// Every second customer passes, so that who is asked in another order comes to something else.
const createAnswers = (): ((question: Question) => Answer) => {
  let asked = 0;
  return (question) => {
    asked += 1;
    return question.kind === 'limit'
      ? { kind: 'limit', passes: asked % 2 === 1 }
      : { kind: 'webhook', isOk: asked % 2 === 1, said: asked };
  };
};

it('[E78] comes to the same in pieces as in one go, in a forecast and in a true walk', async () => {
  let pauses = 0;
  await fc.assert(
    fc.asyncProperty(
      anyPlainDocument,
      fc.boolean(),
      fc.integer({ min: 1, max: 3 }),
      async (document, isForecast, every) => {
        let steps = 0;
        const mayGoOn = (): boolean => {
          steps += 1;
          return steps % every !== 0;
        };
        const pause = async (): Promise<void> => {
          pauses += 1;
        };
        for (const { id: nodeId } of triggerNodes(document)) {
          const input = { nodeId, visit: 1, customer };
          const whole = walkThrough(walk(document, facts, { isForecast }), input, createAnswers());
          const go = walk(document, facts, { isForecast, mayGoOn });
          expect(await walkInPieces(go, input, { answerTo: createAnswers(), pause })).toEqual(whole);
        }
      },
    ),
    { numRuns: 300 },
  );
  expect(pauses).toBeGreaterThan(100);
});
