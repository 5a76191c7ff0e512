import type { Expectation, ExpectationResult, Expected } from '@curlew/contract';
import { judgeDryRun, type DryExpectation } from '@curlew/engine';
import { nextTimeOfDay, type ScenarioDocument, type ScenarioIssue } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { ApiFailure, notFound } from '../../http/api-failure.ts';
import { playTurns } from '../dry-run/play-turns.ts';
import { play, usualBounds } from '../dry-run/play.ts';
import { readProjectRules } from '../projects/service.ts';
import { findStartIssues } from '../runs/start-issues.ts';
import { findScenario } from '../scenarios/service.ts';
import { listExpectations } from './service.ts';

/** A scenario as it is drawn, saved or not. */
export interface Drawn {
  readonly projectId: string;
  readonly scenario: { readonly id: string; readonly name: string };
  readonly document: ScenarioDocument;
}

const msOf = (seconds: number | null): number | null => (seconds === null ? null : seconds * 1_000);

const readExpected = (expected: Expected): DryExpectation => {
  if (expected.kind !== 'gets') return expected;
  const { from, to, ...wanted } = expected;
  return { ...wanted, fromMs: msOf(from), toMs: msOf(to) };
};

const startOf = (
  { start }: Expectation,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): number =>
  start.kind === 'moment'
    ? Date.parse(start.at)
    : nextTimeOfDay(now, { time: start.time, weekdays: [start.weekday] }, timeZone);

const writeMomentIn = (timeZone: string): ((at: number) => string) => {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  });
  return (at) => format.format(at);
};

const notRun = (message: string): Pick<ExpectationResult, 'status' | 'differences'> => ({
  status: 'not_run',
  differences: [{ nodeId: null, message }],
});

interface RunBounds {
  readonly longestMs: number;
  /** Aborted when nobody wants it any more: its reason is thrown. */
  readonly signal?: AbortSignal;
}

const runOne = async (
  context: AppContext,
  { projectId, scenario, document }: Drawn,
  { expectation, longestMs, signal }: RunBounds & { readonly expectation: Expectation },
): Promise<Pick<ExpectationResult, 'status' | 'differences'>> => {
  if (longestMs <= 0) return notRun('There was no time left to run it');
  const { timeZone } = await readProjectRules(context, projectId);
  const { customer, script, expected } = expectation;
  const startsAt = startOf(expectation, { now: context.now().getTime(), timeZone });
  const people =
    customer.kind === 'real'
      ? { kind: 'customers' as const, ids: [customer.id] }
      : { kind: 'made' as const, customer: customer.customer };
  const asked = { projectId, scenario, document, people, startsAt, script };
  const played = await play(context, asked, {
    ...usualBounds,
    longestMs,
    ...(signal ? { signal } : {}),
  }).catch((error: unknown) => {
    if (error instanceof ApiFailure && error.code === 'not_found') return null;
    throw error;
  });
  if (!played) return notRun('Its customer does not exist any more');
  const [result] = played.results;
  if (!result || played.playedUntil < played.endsAt || result.isCut)
    return notRun('More happens in it than there was time for');
  const differences = judgeDryRun(expected.map(readExpected), result, {
    startsAt,
    nameOf: (nodeId) => document.nodes.find(({ id }) => id === nodeId)?.name ?? 'a node that is gone',
    writeMoment: writeMomentIn(timeZone),
  });
  return { status: differences.length === 0 ? 'met' : 'not_met', differences: [...differences] };
};

/** Plays what is expected of a scenario over a document without errors, as far as time goes. Writes and sends nothing. */
export const judgeExpectations = async (
  context: AppContext,
  drawn: Drawn,
  { kind, longestMs = usualBounds.longestMs, signal }: Partial<RunBounds> & { kind: keyof typeof playTurns },
): Promise<ExpectationResult[]> => {
  const { projectId, scenario } = drawn;
  const expectations = await listExpectations(context, { projectId, scenarioId: scenario.id });
  if (expectations.length === 0) return [];
  // All in one turn: between two of them nobody else comes first.
  return playTurns[kind](async () => {
    const end = performance.now() + longestMs;
    const results: ExpectationResult[] = [];
    for (const expectation of expectations) {
      signal?.throwIfAborted();
      const { id, name, blocks } = expectation;
      const bounds = { longestMs: end - performance.now(), ...(signal ? { signal } : {}) };
      results.push({ id, name, blocks, ...(await runOne(context, drawn, { expectation, ...bounds })) });
    }
    return results;
  }, signal);
};

/** What is not met, as problems of the scenario: one that blocks forbids the start. */
export const findExpectationIssues = async (
  context: AppContext,
  drawn: Drawn,
  signal?: AbortSignal,
): Promise<ScenarioIssue[]> =>
  (await judgeExpectations(context, drawn, { kind: 'start', ...(signal ? { signal } : {}) }))
    .filter(({ status }) => status !== 'met')
    .map(({ name, blocks, status, differences: [first] }) => ({
      code: status === 'met' ? 'expectation' : `expectation_${status}`,
      severity: blocks ? 'error' : 'warning',
      nodeId: drawn.document.nodes.some(({ id }) => id === first?.nodeId) ? (first?.nodeId ?? null) : null,
      field: null,
      message: `The expectation “${name}” is not met: ${first?.message ?? 'it was not run'}`,
    }));

/** Plays all expectations over a document, for whoever looks at it. */
export const runExpectations = async (
  context: AppContext,
  { projectId, scenarioId, document }: { projectId: string; scenarioId: string; document: ScenarioDocument },
  signal?: AbortSignal,
): Promise<ExpectationResult[]> => {
  const scenario = await findScenario(context.database.pool, { projectId, scenarioId });
  if (!scenario) throw notFound('scenario');
  const issues = await findStartIssues(context, projectId, document);
  const error = issues.find(({ severity }) => severity === 'error');
  if (!error)
    return judgeExpectations(
      context,
      { projectId, scenario, document },
      { kind: 'look', ...(signal ? { signal } : {}) },
    );
  const all = await listExpectations(context, { projectId, scenarioId });
  const told = notRun(`The scenario has problems: ${error.message}`);
  return all.map(({ id, name, blocks }) => ({ id, name, blocks, ...told }));
};
