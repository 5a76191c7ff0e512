import { expect, it } from 'vitest';
import {
  createChain,
  createCustomerFacts,
  createMessageFacts,
  createProjectFacts,
  createSmsNode,
  messagesOf,
} from '@curlew/testkit';
import type { SmsSettings } from '@curlew/scenario';
import { decideMessage, prepareMessage, walk, type CustomerFacts, type MessageFacts } from './index.ts';

const policy = '01a20242-d422-714d-a856-e14b220af4d7';
const dayMs = 86_400_000;
const facts = createMessageFacts({
  project: createProjectFacts({
    frequencyPolicies: new Map([
      [
        policy,
        [
          { most: 2, days: 1 },
          { most: 3, days: 7 },
        ],
      ],
    ]),
  }),
});
const { now } = facts;
const limited: Partial<SmsSettings> = { frequencyPolicy: { of: 'own', value: policy } };

const decide = (
  settings: Partial<SmsSettings>,
  customer: CustomerFacts = createCustomerFacts(),
  messageFacts: MessageFacts = facts,
) => decideMessage(prepareMessage(createSmsNode(settings)), customer, messageFacts);

const whoGot = (...ages: readonly number[]): CustomerFacts =>
  createCustomerFacts({ frequencyUses: new Map([[policy, ages.map((age) => now - age)]]) });

it.each<[string, readonly number[], RegExp | null]>([
  ['nothing yet', [], null],
  ['less than it allows', [1_000, 2 * dayMs], null],
  ['all of a day', [1_000, 2_000], /2 messages in 1 day/],
  ['all of a day, one of them at this very moment', [0, dayMs - 1], /2 messages in 1 day/],
  ['the first exactly a day ago', [1_000, dayMs], null],
  ['all of the week', [1_000, 2 * dayMs, 7 * dayMs - 1], /3 messages in 7 days/],
  ['more than it ever allowed', [1, 2, 3, 4], /2 messages in 1 day/],
])('[E42] who has got %s', (_, ages, words) => {
  const decision = decide(limited, whoGot(...ages));
  expect(decision).toMatchObject(
    words === null
      ? { status: 'enqueued' }
      : { status: 'suppressed', type: 'frequency_policy', language: 'en', message: words },
  );
});

it('[E42] messages of another policy do not count, and without one nothing does', () => {
  const customer = whoGot(1, 2, 3);
  expect(decide({ frequencyPolicy: { of: 'none' } }, customer).status).toBe('enqueued');
  expect(decide({ frequencyPolicy: { of: 'project' } }, customer).status).toBe('enqueued');
  const defaults = { ...facts.defaults, frequencyPolicyId: policy };
  expect(decide({}, customer, { ...facts, defaults })).toMatchObject({ type: 'frequency_policy' });
  const other = createCustomerFacts({ frequencyUses: new Map([['other', [now, now, now]]]) });
  expect(decide(limited, other).status).toBe('enqueued');
});

it('[E42] nobody gets a message under a policy that is gone', () => {
  expect(decide(limited, createCustomerFacts(), createMessageFacts())).toMatchObject({
    status: 'suppressed',
    type: 'frequency_policy',
    message: expect.stringContaining('deleted'),
  });
});

it('[E43] a walk counts what it sends itself, and not what is refused', () => {
  const go = walk(createChain(4, limited), facts);
  const fates = (customer: CustomerFacts) =>
    messagesOf(go({ nodeId: 'now', visit: 1, customer })).map(({ decision }) =>
      decision.status === 'enqueued' ? 'sent' : decision.type,
    );
  expect(fates(createCustomerFacts())).toEqual(['sent', 'sent', 'frequency_policy', 'frequency_policy']);
  expect(fates(whoGot(1))).toEqual(['sent', 'frequency_policy', 'frequency_policy', 'frequency_policy']);
  // The next customer of the batch begins with their own.
  expect(fates(createCustomerFacts())).toEqual(['sent', 'sent', 'frequency_policy', 'frequency_policy']);
  const empty = { language: 'en', message: '{% if customer_ids.cookie %}x{% endif %}' };
  const refused = walk(createChain(3, { ...limited, versions: [empty] }), facts);
  expect(
    messagesOf(refused({ nodeId: 'now', visit: 1, customer: createCustomerFacts() })).map(
      ({ decision }) => decision.status,
    ),
  ).toEqual(['enqueue_failed', 'enqueue_failed', 'enqueue_failed']);
});

const hour: Partial<SmsSettings> = { expiry: { of: 'own', value: { amount: 1, unit: 'hours' } } };

it('[E44] a message expires so long after its node was reached', () => {
  const at = (age: number) => decide(hour, createCustomerFacts(), { ...facts, reachedAt: now - age });
  expect(decide(hour).status).toBe('enqueued');
  expect(at(3_600_000 - 1).status).toBe('enqueued');
  expect(at(3_600_000)).toMatchObject({ status: 'suppressed', type: 'expired', language: 'en' });
});

it('[E44] the effect says when, by the calendar of the project', () => {
  const project = createProjectFacts({ timeZone: 'Europe/Prague' });
  const expiry = { of: 'own' as const, value: { amount: 1, unit: 'months' as const } };
  const go = walk(createChain(1, { expiry }), {
    ...facts,
    project,
    now: Date.parse('2026-01-31T23:30:00Z'),
  });
  const [effect] = messagesOf(go({ nodeId: 'now', visit: 1, customer: createCustomerFacts() }));
  expect(effect?.expiresAt).toBe(Date.parse('2026-02-28T23:30:00Z'));
  const [endless] = walk(
    createChain(1),
    facts,
  )({
    nodeId: 'now',
    visit: 1,
    customer: createCustomerFacts(),
  }).effects;
  expect(endless).toMatchObject({ expiresAt: null, frequencyPolicyId: null });
});

it('[E1] a policy that is full is told before a message that expired, and both after all else', () => {
  const late = { ...facts, reachedAt: now - dayMs };
  const both = { ...limited, ...hour };
  expect(decide(both, whoGot(1, 2), late)).toMatchObject({ type: 'frequency_policy' });
  expect(decide({ ...both, sender: '???' }, whoGot(1, 2), late)).toMatchObject({ type: 'invalid_sender' });
});

const silent: Partial<SmsSettings> = {
  silentHours: {
    of: 'own',
    value: { from: '21:00', to: '09:30', silentDays: [], timeZone: 'customer' },
  },
};
// It is 8:00 in UTC.
const of = (time_zone: unknown, country: string | null = null): CustomerFacts =>
  createCustomerFacts({
    attributes: { time_zone },
    phone: { raw: '+44 7700 900123', e164: '+447700900123', isUs: false, country },
  });

it.each<[string, CustomerFacts, string]>([
  ['in their own zone', of('Europe/Prague'), '2026-11-22T08:30:00Z'],
  ['in the zone of their phone', of('nowhere', 'US'), '2026-11-22T14:30:00Z'],
  ['in the zone of the project', of(undefined), '2026-11-22T09:30:00Z'],
])('[E45] holds a customer while it is silent %s', (_, customer, end) => {
  expect(walk(createChain(2, silent), facts)({ nodeId: 'now', visit: 1, customer })).toEqual({
    nodeId: 'sms-1',
    visit: 2,
    isFinished: false,
    waitsUntil: Date.parse(end),
    waitsFor: null,
    question: null,
    ending: null,
    moves: [{ nodeId: 'now', output: 'out' }],
    effects: [],
    customer,
  });
});

it('[E45] holds nobody for whom it is not silent', () => {
  const input = { nodeId: 'now', visit: 1, customer: of('Asia/Tokyo') };
  expect(walk(createChain(2, silent), facts)(input)).toMatchObject({ isFinished: true, waitsUntil: null });
});

it('[E49] a message takes its silent hours with it, on the clock of its customer', () => {
  const effectOf = (settings: Partial<SmsSettings>) =>
    walk(createChain(1, settings), facts)({ nodeId: 'now', visit: 1, customer: of('Asia/Tokyo') }).effects;
  expect(effectOf(silent)).toMatchObject([
    { silentHours: { from: '21:00', to: '09:30', silentDays: [], timeZone: 'Asia/Tokyo' } },
  ]);
  expect(effectOf({})).toMatchObject([{ silentHours: null }]);
});

it('[E45] goes on from there when the silence has ended, and asks the gate then', () => {
  const later = { ...facts, now: Date.parse('2026-11-22T09:30:00Z') };
  const input = { nodeId: 'sms-1', visit: 2, customer: of(undefined), reachedAt: now };
  expect(walk(createChain(1, silent), later)(input)).toMatchObject({
    visit: 2,
    isFinished: true,
    moves: [{ nodeId: 'sms-1', output: 'out', why: 'enqueued' }],
    effects: [{ visit: 2, decision: { status: 'enqueued' } }],
  });
  const [effect] = messagesOf(walk(createChain(1, { ...silent, ...hour }), later)(input));
  expect(effect?.decision).toMatchObject({ status: 'suppressed', type: 'expired' });
  // Who is asked about too early is held again.
  expect(walk(createChain(1, silent), facts)(input)).toMatchObject({ moves: [], isFinished: false });
});

it('[E46] a forecast holds nobody', () => {
  const go = walk(createChain(2, silent), facts, { isForecast: true });
  const result = go({ nodeId: 'now', visit: 1, customer: of(undefined) });
  expect(result.isFinished).toBe(true);
  expect(messagesOf(result).map(({ decision }) => decision.status)).toEqual(['enqueued', 'enqueued']);
});
