import { z } from 'zod';

const text = z.string().nullish();
const whole = z.int().nullish();

// Types only: what a field may hold is judged message by message.
const wireMessageSchema = z.object({
  from: text,
  to: z.array(z.object({ number: text })).nullish(),
  body: z.object({ type: text, content: text }).nullish(),
  dcs: whole,
  minimumNumberOfMessageParts: whole,
  maximumNumberOfMessageParts: whole,
  reference: text,
  validity: text,
  customGrouping: text,
  customGrouping2: text,
  customGrouping3: text,
  allowedChannels: z.array(z.string()).nullish(),
});

const envelopeSchema = z.object({ messages: z.object({ msg: z.unknown().optional() }) });
const listSchema = z.array(z.unknown()).min(1).max(1000);

export type WireMessage = z.infer<typeof wireMessageSchema>;

export type ReadEnvelope =
  | { readonly ok: true; readonly messages: readonly WireMessage[] }
  | { readonly ok: false; readonly code: 202 | 203; readonly where: string };

/** Takes the messages out of `messages.msg`; a wrong type anywhere refuses the whole request. */
export function readEnvelope(body: unknown): ReadEnvelope {
  const envelope = envelopeSchema.safeParse(body);
  if (!envelope.success) return { ok: false, code: 202, where: whereIs(envelope.error) };
  const list = listSchema.safeParse(envelope.data.messages.msg);
  if (!list.success) return { ok: false, code: 203, where: whereIs(list.error) };
  const messages = z.array(wireMessageSchema).safeParse(list.data);
  if (!messages.success) return { ok: false, code: 202, where: whereIs(messages.error) };
  return { ok: true, messages: messages.data };
}

function whereIs(error: z.ZodError): string {
  const [issue] = error.issues;
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`.replace(/^: /, '');
}
