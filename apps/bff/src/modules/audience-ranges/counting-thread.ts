// Counts in a thread of its own, so that the server goes on answering. Started by start-counting.ts, which asks one thing at
// a time: begin to count something, count a page of it, say what came out.
import { parentPort } from 'node:worker_threads';
import { LineCounter, type Counting } from './line-counter.ts';

export type Question =
  | { readonly ask: 'begin'; readonly counting: Counting }
  | { readonly ask: 'add'; readonly page: string }
  | { readonly ask: 'counted' };

let counter: LineCounter | null = null;

const answer = (question: Question): unknown => {
  if (question.ask === 'begin') {
    counter = new LineCounter(question.counting);
    return null;
  }
  if (counter === null) throw new Error('nothing has begun to be counted');
  if (question.ask === 'add') return counter.add(question.page);
  const counted = counter.counted();
  counter = null;
  return counted;
};

// Only this version of the server starts the thread, and nobody else can write to it.
parentPort?.on('message', (question: Question) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin, the rule takes it for a window
  parentPort?.postMessage(answer(question));
});
