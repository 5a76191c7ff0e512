import {
  decideMessage,
  findNeededFacts,
  renderMessage,
  traceMessage,
  type CustomerFacts,
  type MessageDecision,
  type MessageFacts,
  type PreparedMessage,
  type TracedValue,
} from '@curlew/engine';
import { countSms, type SmsCount } from '@curlew/sms';

/** A message as one customer would get it, and whether they would. */
export interface MessagePreview {
  /** What the gate says, the same that sends. */
  readonly decision: MessageDecision;
  readonly language: string;
  /** Null where it cannot be rendered. */
  readonly sender: string | null;
  readonly text: string | null;
  readonly count: SmsCount | null;
  /** It fails for want of an event: which one there will be is known to nobody yet. */
  readonly lacksEvent: boolean;
  /** What short links begin with; null where nothing makes them. */
  readonly linkBase: string | null;
  /** Which expression gave what. Asked for by who shows it: it costs another render. */
  readonly trace: () => readonly TracedValue[];
}

const lacksEvent = (prepared: PreparedMessage, language: string, facts: MessageFacts): boolean =>
  facts.event === undefined &&
  prepared.sender.ok &&
  prepared.versionFor(language).message.ok &&
  findNeededFacts(prepared).event;

/** Asks the gate; renders also what it refuses, so that a preview can show what would have been sent. */
export const previewMessage = (
  prepared: PreparedMessage,
  customer: CustomerFacts,
  facts: MessageFacts,
): MessagePreview => {
  const decision = decideMessage(prepared, customer, facts);
  const { language, sender, body } = renderMessage(prepared, customer, facts);
  const count = body.ok ? countSms(body.text) : null;
  return {
    decision,
    language,
    sender: sender.ok ? sender.text : null,
    text: count?.text ?? null,
    count,
    lacksEvent:
      decision.status === 'enqueue_failed' &&
      decision.type === 'template_error' &&
      lacksEvent(prepared, language, facts),
    linkBase: facts.shortener?.base ?? null,
    trace: () => traceMessage(prepared, customer, facts),
  };
};
