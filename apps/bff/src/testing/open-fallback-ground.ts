import type { AppContext } from '../app-context.ts';
import { dispatch } from '../modules/messages/dispatch.ts';
import { countStatuses } from './campaign-counts.ts';
import { takeJobs } from './queued-jobs.ts';
import { tally } from './read-campaign.ts';
import { createTestContext } from './test-context.ts';
import {
  createFallbackCampaign,
  enqueueAll,
  refuseToken,
  startTwoOperators,
  type FallbackCampaign,
  type TwoOperators,
} from './two-operators.ts';

type Lane = 'dispatch' | 'urgentDispatch';

/** What tests of hand-overs share: an operator that refuses its token, another one, and a clock that stands until it is told. */
export interface FallbackGround {
  readonly context: AppContext;
  readonly operators: TwoOperators;
  /** What was said in warnings, besides words. */
  readonly warnings: readonly object[];
  pass(seconds: number): void;
  /** A campaign whose messages wait to be sent. */
  prepare(
    options?: Parameters<typeof createFallbackCampaign>[2],
  ): Promise<FallbackCampaign & { readonly runId: string }>;
  /** As if its operator had failed too often just now. */
  hold(integrationId: string, seconds?: number): Promise<void>;
  dispatchAll(lane?: Lane): Promise<void>;
  /** Numbers that it was asked to send to. */
  sentTo(operator: 'first' | 'second'): readonly string[];
  /** How many messages there are of each status. */
  statuses(campaign: FallbackCampaign): Promise<Record<string, number>>;
  /** How many messages are with each operator. */
  places(campaign: FallbackCampaign): Promise<Record<string, number>>;
  stop(): Promise<void>;
}

export const openFallbackGround = async (): Promise<FallbackGround> => {
  let nowMs = Date.UTC(2026, 10, 30, 9);
  const now = (): Date => new Date(nowMs);
  const operators = await startTwoOperators();
  operators.first.answer(refuseToken);
  const test = await createTestContext({ now, config: operators.config });
  const warnings: object[] = [];
  const warn = (line: object): void => {
    warnings.push(line);
  };
  const context = { ...test.context, log: Object.assign(Object.create(test.context.log), { warn }) };
  const { pool } = context.database;
  return {
    context,
    operators,
    warnings,
    pass: (seconds) => {
      nowMs += seconds * 1_000;
    },
    prepare: async (options = {}) => {
      const campaign = await createFallbackCampaign(context, operators, options);
      return { ...campaign, runId: await enqueueAll(context, campaign) };
    },
    hold: async (integrationId, seconds = 60) => {
      await pool.query(`UPDATE integration SET held_until = $2, trouble = 'Bad token' WHERE id = $1`, [
        integrationId,
        new Date(nowMs + seconds * 1_000),
      ]);
    },
    dispatchAll: async (lane = 'dispatch') => {
      for (const job of await takeJobs(context, lane)) await dispatch(context, job);
    },
    sentTo: (operator) => operators[operator].calls.flatMap(({ to }) => to),
    statuses: (campaign) => countStatuses(context, campaign),
    places: async ({ projectId, integrationId, fallbackId }) => {
      const { rows } = await pool.query<{ id: string }>(
        'SELECT integration_id AS id FROM message WHERE project_id = $1',
        [projectId],
      );
      const names = new Map([
        [integrationId, 'first'],
        [fallbackId, 'second'],
      ]);
      return tally(rows.map(({ id }) => names.get(id) ?? 'another'));
    },
    stop: async () => {
      await operators.stop();
      await test.stop();
    },
  };
};
