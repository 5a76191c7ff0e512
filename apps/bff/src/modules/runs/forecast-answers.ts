import type { Answer, Question } from '@curlew/engine';

/**
 * What a forecast answers to questions that only the world could: a Limit lets pass as many as it will, one after the other
 * (each as many times as `weight` says where one walk stands for several, or for a part of one; without weight they pass as long
 * as one more would, and use nothing up), and a Webhook is taken to answer nothing, and well.
 */
export const createForecastAnswers = (): ((
  weight: number,
) => (question: Question, nodeId: string) => Answer) => {
  const passed = new Map<string, number>();
  return (weight) => (question, nodeId) => {
    if (question.kind === 'webhook') return { kind: 'webhook', isOk: true, said: 'not called' };
    const before = passed.get(nodeId) ?? 0;
    const passes = weight === 0 ? before < question.most : before + weight <= question.most;
    if (passes) passed.set(nodeId, before + weight);
    return { kind: 'limit', passes };
  };
};
