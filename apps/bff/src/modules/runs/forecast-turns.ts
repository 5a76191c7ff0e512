import type { StartForecast } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { createSharedTurns } from '../../shared-turns.ts';
import { createTurns } from '../../turns.ts';
import { forecastStart } from './forecast.ts';

/** Ten seconds each: the last of them is not to wait for minutes. */
const mostWaiting = 20;

/** A forecast may take ten seconds: so many go on at once, and the web process answers others between their pieces. */
export const takeForecastTurn = createTurns(2, mostWaiting);

const share = createSharedTurns<StartForecast>(takeForecastTurn);

/** Forecasts in a turn, for all who wait to start the same scenario. */
export const forecastInTurn = (
  context: AppContext,
  { projectId, scenarioId }: { projectId: string; scenarioId: string },
  signal?: AbortSignal,
): Promise<StartForecast> =>
  share(
    `${projectId} ${scenarioId}`,
    (gone) => forecastStart(context, { projectId, scenarioId }, { signal: gone }),
    signal,
  );
