import type { BodyOf, DryRunReply, endpoints } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { notFound } from '../../http/api-failure.ts';
import { readProjectRules } from '../projects/service.ts';
import { findStartIssues } from '../runs/start-issues.ts';
import { findScenario } from '../scenarios/service.ts';
import { playTurns } from './play-turns.ts';
import { describePlayed, play, usualBounds, type DryBounds } from './play.ts';

type Asked = BodyOf<typeof endpoints.dryRunScenario> & {
  readonly projectId: string;
  readonly scenarioId: string;
};

/** Plays a scenario as it is drawn at this moment, saved or not. With errors in it nothing is played, and they are told. */
export const dryRunScenario = async (
  context: AppContext,
  asked: Asked,
  bounds: DryBounds = usualBounds,
): Promise<DryRunReply> => {
  const { projectId, scenarioId, document, people, script } = asked;
  const scenario = await findScenario(context.database.pool, { projectId, scenarioId });
  if (!scenario) throw notFound('scenario');
  const issues = await findStartIssues(context, projectId, document);
  const startsAt = Date.parse(asked.startsAt);
  const request = { projectId, scenario, document, people, startsAt, script };
  if (issues.some(({ severity }) => severity === 'error')) {
    const endsAt = startsAt + script.days * 86_400_000;
    const { timeZone } = await readProjectRules(context, projectId);
    return { issues, startsAt, endsAt, playedUntil: startsAt, timeZone, lives: [] };
  }
  const played = await playTurns.look(() => play(context, request, bounds), bounds.signal);
  return { issues, ...(await describePlayed(context, request, played)) };
};
