import { createCampaignEvent, refusalDetailsOf, type EffectOf } from '@curlew/engine';
import { messageRulesOf, type MessageDefaults, type NodeOf } from '@curlew/scenario';
import type { JobOf } from '../../jobs/queues.ts';
import { newId } from '../../new-id.ts';
import type { NewCustomerEvent } from '../customers/track-events.ts';
import type { NewUse } from '../frequency/service.ts';
import type { IntegrationChoice } from '../integrations/integration-choice.ts';
import type { LinkedMessage } from '../links/service.ts';
import { createMessageEvents, type NewMessage } from '../messages/service.ts';
import type { CountChange, RefusalChange } from '../runs/counts.ts';
import type { PinnedVersion } from '../runs/versions.ts';
import type { Walked } from './walked.ts';

/** What the messages of a batch ask to be written. */
export interface MessageOutcome {
  readonly messages: readonly NewMessage[];
  readonly links: readonly LinkedMessage[];
  readonly events: readonly NewCustomerEvent[];
  readonly refusals: readonly RefusalChange[];
  readonly counts: readonly CountChange[];
  readonly uses: readonly NewUse[];
  /** Messages that do not count any more, as others took their place. */
  readonly replaced: readonly string[];
  readonly dispatches: readonly JobOf<'dispatch'>[];
}

export interface MessageSource {
  readonly version: PinnedVersion;
  readonly walked: readonly Walked[];
  readonly choose: (node: NodeOf<'sms'>) => IntegrationChoice;
  readonly now: Date;
  readonly defaults: MessageDefaults;
  /** Of the walk, among those of its run: what it sends takes its turn by it too. */
  readonly place: number;
}

const messagesPerJob = 1_000;

const dispatchesOf = (messages: readonly NewMessage[], place: number): JobOf<'dispatch'>[] =>
  Array.from(Map.groupBy(messages, (message) => message.integrationId)).flatMap(([integrationId, group]) => {
    const ids = group.map((message) => message.id);
    const chunks = Math.ceil(ids.length / messagesPerJob);
    return Array.from({ length: chunks }, (_, index) => ({
      integrationId,
      messageIds: ids.slice(index * messagesPerJob, (index + 1) * messagesPerJob),
      place,
    }));
  });

/** Turns the messages that walks decided on into what is to be written. */
export const collectMessages = ({
  version,
  walked,
  choose,
  now,
  defaults,
  place,
}: MessageSource): MessageOutcome => {
  const { runId } = version;
  const timestamp = now.toISOString();
  const eventOf = createMessageEvents();
  const messages: NewMessage[] = [];
  const links: LinkedMessage[] = [];
  const events: NewCustomerEvent[] = [];
  const refusals: RefusalChange[] = [];
  const counts: CountChange[] = [];
  const uses: NewUse[] = [];
  const replaced: string[] = [];

  const add = ({ enrolment, customer }: Walked, effect: EffectOf<'message'>): void => {
    const node = version.nodes.get(effect.nodeId);
    if (node?.kind !== 'sms')
      throw new Error(`a message was decided at node ${effect.nodeId}, which is no SMS node`);
    const { decision, frequencyPolicyId: policyId, expiresAt, silentHours } = effect;
    const properties = {
      ...effect.properties,
      ...(policyId === null ? {} : { campaign_policy: policyId }),
    };
    const source = { scenarioId: version.scenarioId, scenarioName: version.name, node, properties };
    const event = { id: newId(), customerId: customer.id, type: null, timestamp };
    counts.push({ runId, nodeId: node.id, counter: decision.status, by: 1 });
    if (decision.status !== 'enqueued') {
      const { status, type } = decision;
      refusals.push({ nodeId: node.id, status, type, by: 1 });
      const recipient = customer.phone.e164 ?? customer.phone.raw;
      // Who is not to be written to is written to by no operator.
      const through = status === 'enqueue_failed' ? { provider: choose(node).provider } : {};
      const details = { recipient, ...refusalDetailsOf(decision), ...through };
      events.push({ ...event, properties: createCampaignEvent(source, status, details) });
      return;
    }
    const integration = choose(node);
    const { recipient, sender, text, language, encoding, parts } = decision;
    const id = newId();
    const message: NewMessage = {
      id,
      nodeId: node.id,
      enrolmentId: enrolment.id,
      visit: effect.visit,
      customerId: customer.id,
      integrationId: integration.id,
      recipient,
      sender,
      text,
      language,
      encoding,
      parts,
      properties,
      expiresAt,
      silentHours,
    };
    messages.push(message);
    if (policyId !== null) {
      uses.push({ messageId: id, policyId, customerId: customer.id });
      replaced.push(...(enrolment.replaces ?? []));
    }
    const { identityTransfer } = messageRulesOf(node, defaults);
    const { links: own, identityToken } = decision;
    links.push({ messageId: id, customerId: customer.id, links: own, identityToken, identityTransfer });
    const details = { provider: integration.provider };
    events.push({ ...event, ...eventOf({ source, status: decision.status, message, details }) });
  };

  for (const entry of walked)
    for (const effect of entry.result.effects) if (effect.kind === 'message') add(entry, effect);
  const dispatches = dispatchesOf(messages, place);
  return { messages, links, events, refusals, counts, uses, replaced, dispatches };
};
