import type { ScenarioDocument } from '@curlew/scenario';

/** What a step may grow by: more of the same within a short time is still the same step. */
interface OpenStep {
  readonly key: string;
  readonly atMs: number;
}

/** The document as it is, with the way back and the way forward. */
export interface History {
  readonly past: readonly ScenarioDocument[];
  readonly present: ScenarioDocument;
  /** Next one first. */
  readonly future: readonly ScenarioDocument[];
  readonly openStep: OpenStep | null;
}

interface CommitOptions {
  readonly nowMs: number;
  /** Two commits with the same key and less than a second between them are one step: typing in one field. */
  readonly mergeKey?: string;
}

const mostSteps = 500;
const pauseMs = 1_000;

export const startHistory = (present: ScenarioDocument): History => ({
  past: [],
  present,
  future: [],
  openStep: null,
});

/** One more step, or the last step grown. A document that is the same changes nothing. */
export const commit = (
  history: History,
  next: ScenarioDocument,
  { nowMs, mergeKey }: CommitOptions,
): History => {
  if (next === history.present) return history;
  const { openStep, past, present } = history;
  const grows = mergeKey !== undefined && openStep?.key === mergeKey && nowMs - openStep.atMs < pauseMs;
  return {
    past: grows ? past : [...past, present].slice(-mostSteps),
    present: next,
    future: [],
    openStep: mergeKey === undefined ? null : { key: mergeKey, atMs: nowMs },
  };
};

/** Ends the step that typing could still grow: the field was left. */
export const closeStep = (history: History): History =>
  history.openStep === null ? history : { ...history, openStep: null };

// A node's number names it in campaign events for good: going back must not hand it out a second time.
const keepNumbers = (document: ScenarioDocument, { nextNumber }: ScenarioDocument): ScenarioDocument =>
  document.nextNumber >= nextNumber ? document : { ...document, nextNumber };

export const undo = (history: History): History => {
  const last = history.past.at(-1);
  if (!last) return history;
  return {
    past: history.past.slice(0, -1),
    present: keepNumbers(last, history.present),
    future: [history.present, ...history.future],
    openStep: null,
  };
};

export const redo = (history: History): History => {
  const [next, ...rest] = history.future;
  if (!next) return history;
  return {
    past: [...history.past, history.present],
    present: keepNumbers(next, history.present),
    future: rest,
    openStep: null,
  };
};
