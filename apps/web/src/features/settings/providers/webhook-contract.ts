interface ContractCall {
  /** Who posts what, and where. */
  readonly title: string;
  readonly body: object;
  /** What is answered, or may stand in it, and what that means. */
  readonly lines: readonly (readonly [said: string, meaning: string])[];
}

/** What a server behind a signed webhook is posted and has to answer, as the README of `packages/providers` says it. */
export const webhookContract: readonly ContractCall[] = [
  {
    title: 'A message: Curlew posts to the address',
    body: {
      type: 'sms.send',
      timestamp: '2026-11-22T10:00:00.000Z',
      data: {
        id: '0199c0de-…',
        to: '+31612345678',
        from: 'Curlew',
        text: 'Hello',
        encoding: 'GSM-7',
        parts: 1,
        reference: '0199c0df-…',
        expiresAt: '2026-11-22T12:00:00.000Z',
        callbackUrl: 'https://…',
      },
    },
    lines: [
      ['200, 201, 202', '{"id":"0199c0de-…"}: taken; providerMessageId if you have one'],
      ['409', '{"id":"0199c0de-…"}: taken before; webhook-id is the id of the message'],
      ['425, 429, 503, with Retry-After or not', 'not taken, try later'],
      ['401, 403, 404, 410', 'wrong secret or address: nothing more comes until a person has mended it'],
      ['any other 4xx but 408', '{"code":"…","message":"…"}: refused for good'],
      ['anything else, or nothing', 'never posted again; say by sms.status what became of it'],
    ],
  },
  {
    title: '“Check connection”: Curlew posts to the address',
    body: { type: 'ping', timestamp: '2026-11-22T10:00:00.000Z', data: { id: 'ping-…' } },
    lines: [
      ['200, 201, 202', '{"id":"ping-…"}: as to a message; a person asks whether the address answers'],
      [
        'any other 2xx, or without the id',
        'the address answers, but it is said that a message so answered becomes unknown',
      ],
    ],
  },
  {
    title: 'What became of it: your server posts to the callbackUrl',
    body: {
      type: 'sms.status',
      timestamp: '…',
      data: { id: '0199c0de-…', status: 'delivered', at: '2026-11-22T10:00:07Z' },
    },
    lines: [
      ['status', 'queued, sent, delivered, failed, rejected, expired, cancelled, unknown'],
      ['errorCode, errorText, parts', 'if there is something to say'],
    ],
  },
  {
    title: 'A text that came in: your server posts to the callbackUrl',
    body: { type: 'sms.received', data: { id: '…', from: '+31…', to: '…', text: '…' } },
    lines: [
      ['200', 'stored'],
      ['403', 'the signature is wrong'],
      ['503', 'its time is more than five minutes off: sign it anew and send it again'],
      ['any other 5xx', 'sign it anew and send it again'],
    ],
  },
];
