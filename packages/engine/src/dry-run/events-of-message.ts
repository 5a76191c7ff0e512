import { createCampaignEvent, type CampaignEvent } from '../campaign-event.ts';
import { campaignSourceOf, createDecisionEvent, type DecidedMessage } from '../decision-event.ts';
import type { DryReaction } from './dry-run-script.ts';

/** A message of a dry run, and whose it is. */
export interface ToldMessage extends DecidedMessage {
  /** Of the message. */
  readonly id: string;
  /** When it was decided about, in milliseconds since 1970. */
  readonly at: number;
}

/** A campaign event and when it happens. */
export interface TimedEvent {
  readonly at: number;
  readonly properties: CampaignEvent;
}

/** An operator takes a message so soon. */
const sentAfterMs = 1_000;

const isReceipt = ({ kind }: DryReaction): boolean => kind === 'delivered' || kind === 'failed';

// What is said of one node is said instead of what is said of all, and a message has one receipt.
const reactionsTo = (nodeId: string, reactions: readonly DryReaction[]): DryReaction[] => {
  const own = reactions.filter((reaction) => reaction.nodeId === nodeId);
  const general = reactions.filter((reaction) => reaction.nodeId === null);
  const receipt = [...own, ...general].find(isReceipt);
  return [...own, ...general].filter((reaction) => !isReceipt(reaction) || reaction === receipt);
};

/** The campaign events of a message, refused or not, with what the script makes of it. */
export const eventsOfMessage = (told: ToldMessage, reactions: readonly DryReaction[]): TimedEvent[] => {
  const { node, id, effect, at } = told;
  const { decision } = effect;
  const source = campaignSourceOf(told);
  const tell = (moment: number, status: string, details: Readonly<Record<string, unknown>>): TimedEvent => ({
    at: moment,
    properties: createCampaignEvent(source, status, details),
  });
  const decided: TimedEvent = { at, properties: createDecisionEvent(told, id) };
  if (decision.status !== 'enqueued') return [decided];
  const { recipient, sender, language, text, parts, encoding, links } = decision;
  const details = {
    recipient,
    sender,
    language,
    message: text,
    message_parts: parts,
    encoding,
    message_id: id,
  };
  const sentAt = at + sentAfterMs;
  return [
    decided,
    tell(sentAt, 'sent', { ...details, sent_timestamp: sentAt / 1_000 }),
    ...reactionsTo(node.id, reactions).map(({ kind, afterMs, text: said = '' }) => {
      // Nobody hears of a message before it was sent.
      const moment = Math.max(sentAt, at + afterMs);
      switch (kind) {
        case 'delivered':
          return tell(moment, 'delivered', details);
        case 'failed':
          return tell(moment, 'failed', { ...details, error: said });
        case 'clicked':
          return tell(moment, 'clicked', {
            recipient,
            sender,
            language,
            message_id: id,
            url: links[0]?.target ?? '',
          });
        case 'replied':
          return tell(moment, 'incoming_message', { recipient: sender, sender: recipient, message: said });
      }
    }),
  ];
};
