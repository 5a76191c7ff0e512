import type { IntegrationUse } from '@curlew/contract';
import type { Connection } from '../../database/database.ts';
import { notFound } from '../../http/api-failure.ts';
import { lastAudited } from '../audit/service.ts';
import { checkAction } from './check-action.ts';
import { readManagedRows, type IntegrationOf } from './manage-store.ts';
import {
  countMessagesThrough,
  readLeavingScenarios,
  readNamingScenarios,
  type MessageCounts,
  type NamingScenario,
} from './use-store.ts';

const mostNamed = 20;

const messages = (count: number): string =>
  count === 1 ? '1 message' : `${count.toLocaleString('en')} messages`;

interface Place {
  readonly name: string;
  readonly isDefault: boolean;
  readonly hasOthers: boolean;
  /** Names of those that have it as their fallback. */
  readonly fallbackOf: readonly string[];
}

const refusalOf = (
  { name, isDefault, hasOthers, fallbackOf }: Place,
  scenarios: readonly NamingScenario[],
  { waiting, inQuestion }: MessageCounts,
): string | null => {
  if (isDefault && hasOthers)
    return `“${name}” is the default of the project: make another provider the default first.`;
  const [user, ...users] = fallbackOf;
  if (user !== undefined && users.length === 0)
    return `It is the fallback of “${user}”: choose another there, or none, first.`;
  if (user !== undefined)
    return `It is the fallback of “${user}” and ${users.length} more: choose another there, or none, first.`;
  const [running, ...others] = scenarios.filter(({ isRunning }) => isRunning);
  if (running && others.length === 0)
    return `“${running.name}” still runs and sends through it: stop it, or let it finish first.`;
  if (running)
    return `“${running.name}” and ${others.length} more still run and send through it: stop them, or let them finish first.`;
  if (waiting > 0)
    return `${messages(waiting)} still ${waiting === 1 ? 'waits' : 'wait'} to be sent through it: let them go out, or cancel them in the outbox, then delete it.`;
  if (inQuestion > 0)
    return `${messages(inQuestion)} ${inQuestion === 1 ? 'is' : 'are'} being sent through it right now: wait until the operator has answered, then delete it. What has no answer is asked about; after about a quarter of an hour it becomes unknown, holds up nothing any more, and stands in the outbox.`;
  return null;
};

/** What sends through an integration, and why it cannot be deleted where it cannot. */
export const describeUse = async (connection: Connection, which: IntegrationOf): Promise<IntegrationUse> => {
  const rows = await readManagedRows(connection, which.projectId);
  const row = rows.find(({ id }) => id === which.integrationId);
  if (!row) throw notFound('integration');
  const scenarios = await readNamingScenarios(connection, which, row.isDefault);
  const leaving = await readLeavingScenarios(connection, which.projectId);
  const check = await lastAudited(connection, {
    projectId: which.projectId,
    action: checkAction,
    subjectId: row.id,
  });
  const counts = await countMessagesThrough(connection, which);
  const fallbackOf = rows.filter((one) => one.fallbackIntegrationId === row.id).map(({ name }) => name);
  return {
    scenarios: scenarios.slice(0, mostNamed),
    scenarioCount: scenarios.length,
    byDefault: { scenarios: leaving.slice(0, mostNamed), count: leaving.length },
    checkedAt: check?.at.toISOString() ?? null,
    hasFailedCheck: check?.detail['isOk'] === false,
    ...counts,
    refusal: refusalOf({ ...row, hasOthers: rows.length > 1, fallbackOf }, scenarios, counts),
  };
};
