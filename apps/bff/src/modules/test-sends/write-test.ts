import {
  createCampaignEvent,
  refusalDetailsOf,
  type Enqueued,
  type MessageDecision,
  type TestPhone,
} from '@curlew/engine';
import type { IdentityTransfer, NodeOf } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { ApiFailure } from '../../http/api-failure.ts';
import { newId } from '../../new-id.ts';
import { audit } from '../audit/service.ts';
import { trackEvents } from '../customers/track-events.ts';
import { holdIntegrations } from '../integrations/service.ts';
import { addShortLinks } from '../links/service.ts';
import { messageDetailsOf, enqueueMessages, type NewMessage } from '../messages/service.ts';
import { countTested, insertTest, lockTests, readTestByKey } from './store.ts';

export interface Integration {
  readonly id: string;
  readonly provider: string;
}

export interface DecidedTest {
  readonly projectId: string;
  readonly scenarioId: string;
  readonly scenarioName: string;
  readonly key: string;
  readonly userId: string;
  readonly node: NodeOf<'sms'>;
  readonly customerId: string;
  readonly phones: readonly TestPhone[];
  readonly integration: Integration;
  /** One per phone. */
  readonly decisions: readonly MessageDecision[];
  readonly identityTransfer: IdentityTransfer;
  /** Milliseconds since 1970, as of every message of its node; null: never. */
  readonly expiresAt: number | null;
  /** What its campaign events say besides: that it is a test, and the custom properties. */
  readonly properties: Readonly<Record<string, unknown>>;
}

const numbersPerMinute = 30;

const messageOf = (
  { node, customerId, integration, properties, expiresAt }: DecidedTest,
  { recipient, sender, text, language, encoding, parts }: Enqueued,
): NewMessage => ({
  id: newId(),
  nodeId: node.id,
  enrolmentId: null,
  visit: 1,
  customerId,
  integrationId: integration.id,
  recipient,
  sender,
  text,
  language,
  encoding,
  parts,
  properties,
  expiresAt,
  // Whoever sends a test waits for it.
  silentHours: null,
});

const reasonOf = (decision: MessageDecision, { provider }: Integration) => {
  if (decision.status === 'enqueued') return {};
  const through = decision.status === 'enqueue_failed' ? { provider } : {};
  return { ...refusalDetailsOf(decision), ...through };
};

/** +447700900123 -> +4477…23: enough to know one's own number by, for a log that others read. */
const withoutMiddle = (e164: string): string => `${e164.slice(0, 5)}…${e164.slice(-2)}`;

const recipientsOf = ({ phones }: DecidedTest): string[] => phones.map(({ phone }) => phone.e164 ?? '');

const trackTest = (test: DecidedTest, messages: readonly NewMessage[], at: Date) => {
  const { scenarioId, scenarioName, node, customerId, integration, decisions, properties: own } = test;
  const source = { scenarioId, scenarioName, node, properties: own };
  const recipients = recipientsOf(test);
  return decisions.map((decision, index) => {
    const message = messages[index];
    const details = message
      ? { ...messageDetailsOf(message), provider: integration.provider }
      : { recipient: recipients[index] ?? '', ...reasonOf(decision, integration) };
    const properties = createCampaignEvent(source, decision.status, details);
    return { id: newId(), customerId, type: null, timestamp: at.toISOString(), properties };
  });
};

/** Writes a test with its messages, events and the job that sends them, all or nothing; one that is there stays as it is. */
export const writeTest = (context: AppContext, test: DecidedTest): Promise<void> =>
  context.database.transaction(async (connection) => {
    const { projectId, scenarioId, userId, integration, decisions } = test;
    await lockTests(connection, projectId);
    if (await readTestByKey(connection, test)) return;
    const at = context.now();
    const recipients = recipientsOf(test);
    const tested = await countTested(connection, { projectId, since: new Date(at.getTime() - 60_000) });
    if (tested + recipients.length > numbersPerMinute) {
      const words = `Tests go to at most ${numbersPerMinute} numbers a minute: wait a moment, then send again.`;
      throw new ApiFailure('too_many_requests', words);
    }
    const id = newId();
    const enqueued = decisions.filter((decision) => decision.status === 'enqueued');
    const messages = enqueued.map((decision) => messageOf(test, decision));
    const messageIds = messages.map((message) => message.id);
    const refused = decisions.find((decision) => decision.status !== 'enqueued');
    const refusal = refused ? { type: refused.type, message: refused.message } : null;
    await insertTest(connection, {
      ...test,
      id,
      recipients,
      messageIds,
      refusal,
      createdBy: userId,
      createdAt: at,
    });
    await holdIntegrations(connection, messages.length > 0 ? [integration.id] : []);
    await enqueueMessages(connection, { projectId, testSendId: id, at }, messages);
    const links = enqueued.map((decision, index) => ({
      messageId: messageIds[index] ?? '',
      customerId: test.customerId,
      links: decision.links,
      identityToken: decision.identityToken,
      identityTransfer: test.identityTransfer,
    }));
    await addShortLinks(connection, { projectId, at }, links);
    await trackEvents(connection, projectId, trackTest(test, messages, at));
    await audit(connection, {
      projectId,
      userId,
      action: 'test.send',
      subjectId: scenarioId,
      detail: {
        nodeId: test.node.id,
        customerId: test.customerId,
        numbers: recipients.map(withoutMiddle),
        refusal: refusal?.type ?? null,
      },
    });
    if (messageIds.length > 0)
      await context.jobs.send(connection, 'urgentDispatch', {
        jobs: [{ integrationId: integration.id, messageIds, isUrgent: true }],
        owner: projectId,
      });
  });
