import { messageSettingsSchema, type MessageSettings } from '@curlew/contract';
import { findDefaultsIssues, type MessageDefaults } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import type { Connection } from '../../database/database.ts';
import { ApiFailure } from '../../http/api-failure.ts';
import { audit } from '../audit/service.ts';
import { hasPolicy } from './policy-store.ts';
import { lockSettingsRow, readSettingsRow, updateSettingsRow } from './store.ts';

/** The senders to pick from, and what messages follow where their node says nothing else. */
export const readMessageSettings = async (
  connection: Connection,
  projectId: string,
): Promise<MessageSettings> =>
  messageSettingsSchema.parse(
    (await readSettingsRow(connection, projectId)) ?? { senders: [], defaults: {} },
  );

/** What the messages of a project follow where their node says nothing else. */
export const readMessageDefaults = async (
  connection: Connection,
  projectId: string,
): Promise<MessageDefaults> => (await readMessageSettings(connection, projectId)).defaults;

interface Change {
  readonly senders: MessageSettings['senders'] | undefined;
  readonly defaults: MessageDefaults | undefined;
  readonly userId: string;
}

const refuseUnknownPolicy = async (
  connection: Connection,
  projectId: string,
  { frequencyPolicyId: policyId }: MessageDefaults,
): Promise<void> => {
  if (policyId === null || (await hasPolicy(connection, { projectId, policyId }))) return;
  const message = 'The frequency policy does not exist any more: choose another one.';
  throw new ApiFailure('bad_request', message, {
    fields: [{ path: 'defaults.frequencyPolicyId', message }],
  });
};

const refuseWrongDefaults = (defaults: MessageDefaults): void => {
  const [first, ...others] = findDefaultsIssues(defaults);
  if (!first) return;
  const fields = [first, ...others].map(({ field, message }) => ({ path: `defaults.${field}`, message }));
  throw new ApiFailure('bad_request', `${first.message}.`, { fields });
};

/** Changes what is given and leaves the rest. */
export const changeMessageSettings = (
  { database }: AppContext,
  projectId: string,
  { senders, defaults, userId }: Change,
): Promise<MessageSettings> =>
  database.transaction(async (connection) => {
    const before = messageSettingsSchema.parse(await lockSettingsRow(connection, projectId));
    if (defaults) {
      refuseWrongDefaults(defaults);
      await refuseUnknownPolicy(connection, projectId, defaults);
    }
    const after = { senders: senders ?? before.senders, defaults: defaults ?? before.defaults };
    await updateSettingsRow(connection, { projectId, ...after });
    await audit(connection, {
      projectId,
      userId,
      action: 'message_settings.change',
      subjectId: projectId,
      detail: { before, after },
    });
    return after;
  });
