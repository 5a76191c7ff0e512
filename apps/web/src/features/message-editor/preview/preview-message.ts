import {
  createRenderContext,
  decideMessage,
  type CustomerFacts,
  type MessageDecision,
  type MessageFacts,
  type PreparedMessage,
} from '@curlew/engine';
import { renderTemplate, type CompileResult } from '@curlew/jinja';
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
}

const renderOrNull = (compiled: CompileResult, context: Readonly<Record<string, unknown>>): string | null => {
  const rendered = compiled.ok ? renderTemplate(compiled.template, context) : compiled;
  return rendered.ok ? rendered.text : null;
};

/** Asks the gate; renders also what it refuses, so that a preview can show what would have been sent. */
export const previewMessage = (
  prepared: PreparedMessage,
  customer: CustomerFacts,
  facts: MessageFacts,
): MessagePreview => {
  const decision = decideMessage(prepared, customer, facts);
  const version = prepared.versionFor(customer.attributes['language']);
  const context = createRenderContext(prepared.node, customer, facts);
  const text = renderOrNull(version.message, context);
  const count = text === null ? null : countSms(text);
  return {
    decision,
    language: version.language,
    sender: renderOrNull(prepared.sender, context)?.trim() ?? null,
    text: count?.text ?? null,
    count,
  };
};
