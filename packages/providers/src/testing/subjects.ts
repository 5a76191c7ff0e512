import { providers } from '../providers.ts';
import type { SendContext } from '../provider.ts';
import type { Subject } from './subject.ts';

export const REFERENCE = '0199c0de-0000-7000-8000-000000000001';

const SECRET = 'very-secret-token';

const shared = (timeoutMs: number) => ({
  fetch,
  now: Date.now,
  timeoutMs,
  reference: REFERENCE,
  callbackUrl: 'https://curlew.example/receipts/1',
});

const sinch: Subject = {
  title: 'Sinch',
  secret: SECRET,
  open: (baseUrl, timeoutMs) => {
    const context: SendContext<{ baseUrl: string; servicePlanId: string }, { apiToken: string }> = {
      settings: { baseUrl, servicePlanId: 'plan1' },
      secrets: { apiToken: SECRET },
      ...shared(timeoutMs),
    };
    return {
      send: (batch) => providers.sinch.send(batch, context),
      findBatch: () => providers.sinch.findBatch(REFERENCE, context),
    };
  },
  readCallback: providers.sinch.readCallback,
  planBatches: providers.sinch.planBatches,
  limit: 1000,
  success: {
    status: 201,
    body: ({ reference }) => ({ id: '01ABC', client_reference: reference, to: ['31612345678'] }),
  },
  nonsense: () => [
    {},
    [],
    null,
    'ok',
    7,
    { id: '' },
    { id: 5 },
    { id: 'a b' },
    { batch: { id: '01ABC' } },
    { id: '01ABC', client_reference: 'of-somebody-else' },
    { id: '01ABC', client_reference: 5 },
  ],
  refusedCredentials: { status: 401, error: (text) => ({ code: 'unauthorized', text }) },
  undocumented: [202, 204, 302, 307, 402, 408, 409, 418, 502, 504],
  lookup: {
    found: (reference) => ({ count: 1, batches: [{ id: '01ABC', client_reference: reference }] }),
    notFound: { count: 0, page: 0, page_size: 10, batches: [] },
  },
  read: (body) => {
    const request = JSON.parse(body) as {
      to: string[];
      body: string;
      parameters?: Record<string, Record<string, string>>;
      expire_at?: string;
    };
    const { to, parameters = {}, expire_at: end } = request;
    return {
      expiresAt: end === undefined ? null : Date.parse(end),
      recipients: to,
      texts: to.map((number) =>
        request.body.replaceAll(
          /\$\{(\w+)\}/g,
          (whole, key: string) => parameters[key]?.[number.slice(1)] ?? whole,
        ),
      ),
    };
  },
  recipientForm: '+31612345678',
  delivered: ({ messages: [message] }) => ({
    body: {
      type: 'recipient_delivery_report_sms',
      batch_id: '01ABC',
      recipient: message?.recipient.slice(1),
      code: 0,
      status: 'Delivered',
      at: '2026-11-22T08:20:54Z',
    },
    names: { messageId: null, providerBatchId: '01ABC', recipient: '+31612345678' },
  }),
  incoming: {
    type: 'mo_text',
    id: '01XYZ',
    from: '31612345678',
    to: '12345',
    body: 'STOP',
    received_at: '2026-11-22T08:20:54Z',
    client_reference: REFERENCE,
  },
};

const withoutHyphens = (id: string): string => id.replaceAll('-', '');

const cm: Subject = {
  title: 'CM',
  secret: SECRET,
  open: (baseUrl, timeoutMs) => {
    const context = { settings: { baseUrl }, secrets: { productToken: SECRET }, ...shared(timeoutMs) };
    return {
      send: (batch) => providers.cm.send(batch, context),
      findBatch: () => providers.cm.findBatch(REFERENCE, context),
    };
  },
  readCallback: providers.cm.readCallback,
  planBatches: providers.cm.planBatches,
  limit: 1000,
  success: {
    status: 200,
    body: ({ messages }) => ({
      details: `Created ${messages.length} message(s)`,
      errorCode: 0,
      messages: messages.map(({ id, recipient, parts }) => ({
        to: recipient.replace('+', '00'),
        status: 'Accepted',
        reference: withoutHyphens(id),
        parts,
        messageDetails: null,
        messageErrorCode: 0,
      })),
    }),
  },
  nonsense: ({ messages }) => {
    const entries = messages.map(({ id, recipient }) => ({
      to: recipient.replace('+', '00'),
      status: 'Accepted',
      reference: withoutHyphens(id),
      messageErrorCode: 0,
    }));
    const [first, ...others] = entries;
    return [
      {},
      [],
      null,
      'ok',
      7,
      { details: 'Created 2 message(s)', errorCode: 0 },
      { errorCode: 0, messages: [] },
      { errorCode: 0, messages: others },
      { errorCode: 0, messages: [...entries, first] },
      { errorCode: 0, messages: [{ ...first, reference: 'a'.repeat(32) }, ...others] },
      { errorCode: 0, messages: [{ ...first, reference: 'of somebody else' }, ...others] },
      { errorCode: 0, messages: [{ ...first, status: 'Perhaps' }, ...others] },
      { errorCode: 0, messages: [{ ...first, status: 'Rejected' }, ...others] },
      { errorCode: '0', messages: entries },
      { errorCode: 999, messages: entries },
      { details: entries, errorCode: 0 },
    ];
  },
  refusedCredentials: {
    status: 400,
    error: (details) => ({ details, errorCode: 101, messages: [] }),
  },
  undocumented: [201, 202, 204, 302, 307, 402, 408, 409, 418, 500, 502, 504, 522],
  lookup: null,
  read: (body) => {
    const { messages } = JSON.parse(body) as {
      messages: { msg: { to: { number: string }[]; body: { content: string }; validity?: string }[] };
    };
    const validity = messages.msg[0]?.validity;
    return {
      expiresAt: validity === undefined ? null : Date.parse(validity),
      recipients: messages.msg.flatMap(({ to }) => to.map(({ number }) => number)),
      texts: messages.msg.map((one) => one.body.content),
    };
  },
  recipientForm: '0031612345678',
  delivered: ({ messages: [message] }) => ({
    body: {
      messages: {
        msg: {
          received: '2026-11-22T09:20:54',
          to: message?.recipient.replace('+', '00'),
          reference: withoutHyphens(message?.id ?? ''),
          status: { code: '2', errorCode: '', errorDescription: 'Delivered' },
          operator: '20408',
        },
      },
    },
    names: { messageId: message?.id ?? '' },
  }),
  incoming: {
    from: { number: '0031612345678' },
    to: { number: '1234' },
    message: { text: 'STOP', media: null },
    reference: withoutHyphens(REFERENCE),
    groupings: ['', '', ''],
    timeUtc: '2026-11-22T09:20:54',
    channel: 'SMS',
  },
};

const webhookSecret = `whsec_${btoa(SECRET.padEnd(24, '!'))}`;

const webhook: Subject = {
  title: 'webhook',
  secret: webhookSecret,
  open: (url, timeoutMs) => {
    const context = {
      settings: { url },
      secrets: { signing: [webhookSecret], callback: [`whsec_${btoa('another'.padEnd(24, '!'))}`] },
      ...shared(timeoutMs),
    };
    return {
      send: (batch) => providers.webhook.send(batch, context),
      findBatch: () => providers.webhook.findBatch(REFERENCE, context),
    };
  },
  readCallback: providers.webhook.readCallback,
  planBatches: providers.webhook.planBatches,
  limit: 1,
  success: { status: 200, body: ({ messages: [message] }) => ({ id: message?.id }) },
  nonsense: ({ messages: [message] }) => [
    {},
    [],
    null,
    'ok',
    7,
    { ok: true },
    { id: REFERENCE },
    { id: [message?.id] },
    { data: { id: message?.id } },
    [{ id: message?.id }],
  ],
  refusedCredentials: { status: 401, error: (message) => ({ code: 'unauthorized', message }) },
  undocumented: [203, 204, 206, 302, 307, 408, 500, 501, 502, 504, 599],
  lookup: null,
  read: (body) => {
    const { data } = JSON.parse(body) as { data: { to: string; text: string; expiresAt?: string } };
    return {
      expiresAt: data.expiresAt === undefined ? null : Date.parse(data.expiresAt),
      recipients: [data.to],
      texts: [data.text],
    };
  },
  recipientForm: '+31612345678',
  delivered: ({ messages: [message] }) => ({
    body: {
      type: 'sms.status',
      timestamp: '2026-11-22T08:20:55Z',
      data: { id: message?.id, status: 'delivered', at: '2026-11-22T08:20:54Z' },
    },
    names: { messageId: message?.id ?? '' },
  }),
  incoming: {
    type: 'sms.received',
    timestamp: '2026-11-22T08:20:55Z',
    data: { id: 'x1', from: '+31612345678', to: '12345', text: 'STOP', at: '2026-11-22T08:20:54Z' },
  },
};

/** Every adapter, as the contract suite takes it. */
export const subjects: readonly Subject[] = [sinch, cm, webhook];
