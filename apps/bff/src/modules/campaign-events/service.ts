import { hasInvisible, type CampaignEventNames } from '@curlew/contract';
import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import type { Connection } from '../../database/database.ts';
import { ApiFailure } from '../../http/api-failure.ts';
import { audit } from '../audit/service.ts';
import { hasEvents } from '../customers/service.ts';
import { readAskingScenarios, readTrackingScenarios } from './naming-store.ts';
import { readEventNames, takeEventNames, updateEventNames, type EventNames } from './store.ts';

/** For those who start what tracks events: nobody takes another name until the transaction ends. */
export { holdEventNames } from './store.ts';

const mostScenarios = 20;
/** Whoever reads campaign events asks for all of them. */
const mostNames = 50;

export const describeEventNames = async (
  connection: Connection,
  projectId: string,
): Promise<CampaignEventNames> => {
  const [name, ...earlierNames] = await readEventNames(connection, projectId);
  const scenarios = await readAskingScenarios(connection, { projectId, type: name });
  return {
    name,
    earlierNames,
    scenarios: scenarios.slice(0, mostScenarios),
    scenarioCount: scenarios.length,
  };
};

const refuse = (message: string): never => {
  throw new ApiFailure('bad_request', message, { fields: [{ path: 'name', message }] });
};

// A name that is new to them must be nobody else's: else the events of both could not be told from one another.
const refuseOthers = async (
  connection: PoolClient,
  { projectId, type, names }: { projectId: string; type: string; names: EventNames },
): Promise<void> => {
  if (await hasEvents(connection, projectId, type))
    refuse(`Customers have other events named “${type}” already: choose another name.`);
  const tracking = await readTrackingScenarios(connection, { projectId, type });
  const running = tracking.find(({ isRunning }) => isRunning);
  if (running)
    refuse(
      `“${running.name}” runs and tracks events named “${type}”: choose another name, or stop it first.`,
    );
  if (names.length >= mostNames)
    refuse(`Campaign events have had ${mostNames} names already: go back to one of them.`);
};

/** Names the campaign events that are written from now on. A name that they had before is theirs, and may come back. */
export const renameEvents = (
  { database }: Pick<AppContext, 'database'>,
  projectId: string,
  { name, userId }: { name: string; userId: string },
): Promise<CampaignEventNames> =>
  database.transaction(async (connection) => {
    const names = await takeEventNames(connection, projectId);
    const [before] = names;
    if (name !== before) {
      if (hasInvisible(name)) refuse('The name holds a character that nobody sees: type it by hand.');
      if (!names.includes(name)) await refuseOthers(connection, { projectId, type: name, names });
      const others = names.filter((other) => other !== name);
      await updateEventNames(connection, projectId, [name, ...others]);
      await audit(connection, {
        projectId,
        userId,
        action: 'campaign_events.rename',
        subjectId: projectId,
        detail: { before, after: name },
      });
    }
    return describeEventNames(connection, projectId);
  });
