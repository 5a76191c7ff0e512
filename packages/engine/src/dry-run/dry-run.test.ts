import { describe, expect, it } from 'vitest';
import type { NodeOf } from '@curlew/scenario';
import {
  createCustomerFacts,
  createDryScript,
  createFlow,
  createMessageFacts,
  createNode,
  createSmsSettings,
  dryStart,
  dryWordsOf,
  playDry,
} from '@curlew/testkit';
import { dryRun, prepareDryRun, type DryRunScript } from '../index.ts';

const dayMs = 24 * 3_600_000;
const hourMs = 3_600_000;

const sms = (message = 'Hi {{ customer.first_name }}', id = 'sms') =>
  createNode('sms', createSmsSettings({ versions: [{ language: 'en', message }] }), id);
const waitFor = (event: string, where: NodeOf<'wait'>['settings']['where'] = []) =>
  createNode('wait', { mode: 'event', event, where, timeout: { amount: 2, unit: 'days' } });
const status = (value: string) => [
  { property: 'status', type: 'text' as const, operator: 'is' as const, values: [value] },
];
const at = (hours: number): number => dryStart + hours * hourMs;
const event = (hours: number, type: string, properties: Record<string, unknown> = {}) => ({
  type,
  timestamp: at(hours),
  properties,
});

describe('who comes in', () => {
  const toSms = (node: Parameters<typeof createFlow>[0][number]) =>
    createFlow([node, sms()], [[node.id, 'out', 'sms']]);

  it.each([
    ['now', createNode('now'), ['0']],
    ['api', createNode('api'), ['0']],
    ['on_date', createNode('on_date', { date: '2026-11-24', time: '10:00', timeZone: 'project' }), ['50']],
    ['on_date past', createNode('on_date', { date: '2026-11-21', time: '10:00', timeZone: 'project' }), []],
    ['repeat', createNode('repeat', { cron: '0 9 * * 1' }), ['25', '193', '361', '529', '697']],
    ['repeat once', createNode('repeat', { cron: '0 9 * * 1', reentry: { mode: 'once', days: 0 } }), ['25']],
    [
      'repeat per period',
      createNode('repeat', { cron: '0 9 * * 1', reentry: { mode: 'period', days: 14 } }),
      ['25', '361', '697'],
    ],
    [
      'date_attribute',
      createNode('date_attribute', { attribute: 'born', time: '09:00', offsetDays: -1, timeZone: 'project' }),
      ['193'],
    ],
    ['on_event', createNode('on_event', { event: 'buy' }), []],
  ])('[E143] by a trigger of kind %s', (_, trigger, hours) => {
    const result = playDry(toSms(trigger), { customer: { attributes: { born: '1990-12-01' } } });
    expect(dryWordsOf(result).filter((words) => words.includes('sms'))).toEqual(
      hours.map((hour) => `${hour} sms out`),
    );
  });

  it('[E143] whoever lives elsewhere is held at On date until their own moment', () => {
    const trigger = createNode('on_date', { date: '2026-11-24', time: '10:00', timeZone: 'customer' });
    const result = playDry(toSms(trigger), { customer: { attributes: { time_zone: 'Asia/Tokyo' } } });
    expect(dryWordsOf(result)[0]).toBe('41 on_date out');
  });

  it('[E143] the first of a list of triggers that is named lets in at once, whatever it says', () => {
    const document = createFlow(
      [createNode('now'), createNode('on_event', { event: 'buy' }), sms()],
      [
        ['now', 'out', 'sms'],
        ['on_event', 'out', 'sms'],
      ],
    );
    const script = { enterBy: 'on_event', events: [event(3, 'buy')] };
    expect(playDry(document, { script }).walks).toMatchObject([
      { triggerId: 'on_event', enteredAt: dryStart },
    ]);
  });

  it('[E143] an event of the script lets in whom it matches, and who came in before re-entry is over does not', () => {
    const trigger = createNode('on_event', {
      event: 'buy',
      where: status('paid'),
      reentry: { mode: 'period', days: 2 },
    });
    const events = [1, 2, 30, 60].map((hours) =>
      event(hours, 'buy', { status: hours === 1 ? 'open' : 'paid' }),
    );
    const result = playDry(createFlow([trigger, sms('{{ event.status }}')], [['on_event', 'out', 'sms']]), {
      script: { events },
    });
    expect(dryWordsOf(result).filter((words) => words.includes('sms'))).toEqual(['2 sms out', '60 sms out']);
    expect(result.messages[0]?.decision).toMatchObject({ text: 'paid' });
  });

  it('[E147] what a walk tracks may start the scenario anew, ten times one after the other', () => {
    const loop = (mayTrigger: boolean) =>
      createFlow(
        [createNode('on_event', { event: 'buy' }), createNode('track_event', { event: 'buy', mayTrigger })],
        [['on_event', 'out', 'track_event']],
      );
    const script = { events: [event(1, 'buy')] };
    expect(playDry(loop(true), { script }).walks).toHaveLength(11);
    expect(playDry(loop(false), { script }).walks).toHaveLength(1);
  });
});

describe('what happens to a message', () => {
  const waiting = (wanted: string) =>
    createFlow(
      [createNode('now'), sms(), waitFor('campaign', status(wanted))],
      [
        ['now', 'out', 'sms'],
        ['sms', 'out', 'wait'],
      ],
    );

  it.each([
    ['delivered', { kind: 'delivered' as const }, 'delivered'],
    ['failed', { kind: 'failed' as const, text: 'absent' }, 'failed'],
    ['replied', { kind: 'replied' as const, text: 'yes' }, 'incoming_message'],
    ['clicked', { kind: 'clicked' as const }, 'clicked'],
  ])('[E145] one that is %s ends a wait for that', (_, reaction, wanted) => {
    const script = { reactions: [{ nodeId: null, afterMs: hourMs, ...reaction }] };
    const result = playDry(waiting(wanted), { script });
    expect(dryWordsOf(result).at(-1)).toBe('1 wait event');
    expect(result.events.map(({ properties }) => properties['status'])).toEqual(['enqueued', 'sent', wanted]);
  });

  it('[E47] tells of itself by events of the type that the facts say', () => {
    const script = { reactions: [{ nodeId: null, kind: 'delivered' as const, afterMs: hourMs }] };
    const document = createFlow(
      [
        createNode('now'),
        sms(),
        waitFor('text_message', status('delivered')),
        createNode('on_event', { event: 'text_message', where: status('sent') }),
        createNode('limit', { most: 9 }),
      ],
      [
        ['now', 'out', 'sms'],
        ['sms', 'out', 'wait'],
        ['on_event', 'out', 'limit'],
      ],
    );
    const facts = { campaignEvent: 'text_message' };
    const { events, steps, walks } = playDry(document, { script, facts });
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['text_message']));
    expect(steps.find(({ nodeId }) => nodeId === 'wait')?.output).toBe('event');
    expect(walks[1]?.triggerId).toBe('on_event');
    const unheard = playDry(document, { script });
    expect(unheard.steps.find(({ nodeId }) => nodeId === 'wait')?.output).toBe('timeout');
    expect(unheard.walks).toHaveLength(1);
  });

  it('[E145] a wait for what does not come is over by its time', () => {
    const script = { reactions: [{ nodeId: null, kind: 'delivered' as const, afterMs: hourMs }] };
    expect(dryWordsOf(playDry(waiting('clicked'), { script })).at(-1)).toBe('48 wait timeout');
  });

  it('[E145] has one receipt, that of its own node first, and none before it was sent', () => {
    const reactions = [
      { nodeId: null, kind: 'delivered' as const, afterMs: 0 },
      { nodeId: 'sms', kind: 'failed' as const, afterMs: 0 },
    ];
    const { events } = playDry(waiting('x'), { script: { reactions } });
    expect(events.map(({ at: moment, properties }) => [moment - dryStart, properties['status']])).toEqual([
      [0, 'enqueued'],
      [1_000, 'sent'],
      [1_000, 'failed'],
    ]);
  });

  it('[E145] one that is refused says why and nothing else', () => {
    const { events, messages } = playDry(waiting('x'), {
      customer: { phone: { raw: null, e164: null, isUs: false } },
      script: { reactions: [{ nodeId: null, kind: 'delivered', afterMs: 0 }] },
    });
    expect(events).toMatchObject([{ properties: { status: 'suppressed', type: 'no_phone' } }]);
    expect(messages).toMatchObject([{ nodeId: 'sms', visit: 2, decision: { type: 'no_phone' } }]);
  });

  it('[E144] a Condition sees what is past and what the dry run has told, and nothing that is to come', () => {
    const asks = (id: string) =>
      createNode(
        'condition',
        {
          filter: {
            match: 'all',
            groups: [
              {
                match: 'all',
                conditions: [
                  { kind: 'event', event: 'buy', did: true, atLeast: 2, withinDays: 30, where: [] },
                ],
              },
            ],
          },
        },
        id,
      );
    const wait = createNode('wait', { mode: 'duration', duration: { amount: 1, unit: 'days' } });
    const document = createFlow(
      [createNode('now'), asks('before'), wait, asks('after')],
      [
        ['now', 'out', 'before'],
        ['before', 'no_match', 'wait'],
        ['wait', 'out', 'after'],
      ],
    );
    const past = event(-24, 'buy');
    const result = playDry(document, { customer: { events: [past] }, script: { events: [event(5, 'buy')] } });
    expect(dryWordsOf(result)).toEqual(['0 now out', '0 before no_match', '24 wait out', '24 after match']);
  });
});

describe('what the world decides', () => {
  it('[E146] a Webhook answers what the script says, else well and nothing', () => {
    const document = createFlow(
      [createNode('now'), createNode('webhook', { url: 'https://shop.example' }), sms('{{ webhook.code }}!')],
      [
        ['now', 'out', 'webhook'],
        ['webhook', 'ok', 'sms'],
      ],
    );
    const webhooks = new Map([['webhook', { isOk: true, said: 201, body: { code: 'X' } }]]);
    expect(playDry(document, { script: { webhooks } }).messages[0]?.decision).toMatchObject({ text: 'X!' });
    expect(playDry(document).messages[0]?.decision).toMatchObject({ text: '!' });
    const bad = new Map([['webhook', { isOk: false, said: 500 }]]);
    expect(dryWordsOf(playDry(document, { script: { webhooks: bad } })).at(-1)).toBe('0 webhook error');
  });

  it('[E146] a Limit counts the customers of the dry run, a split draws truly or takes the variant chosen', () => {
    const variants = [
      { id: 'a', name: 'A', weight: 0 },
      { id: 'b', name: 'B', weight: 100 },
    ];
    const document = createFlow(
      [createNode('now'), createNode('limit', { most: 2 }), createNode('split', { variants })],
      [
        ['now', 'out', 'limit'],
        ['limit', 'pass', 'split'],
      ],
    );
    const customers = ['1', '2', '3'].map((id) => ({ facts: createCustomerFacts({ id }) }));
    const outputs = (chosen: Map<string, string>) =>
      dryRun(document, createMessageFacts(), {
        customers,
        script: createDryScript({ variants: chosen }),
      }).map(({ steps }) => steps.at(-1)?.output);
    expect(outputs(new Map())).toEqual(['b', 'b', 'full']);
    expect(outputs(new Map([['split', 'a']]))).toEqual(['a', 'a', 'full']);
  });

  it('[E146] everyone takes the winner of a test that is over, and no test has one that is not named', () => {
    const split = createNode('split', {
      variants: [
        { id: 'a', name: 'A', weight: 0 },
        { id: 'b', name: 'B', weight: 100 },
      ],
      winner: { after: { amount: 2, unit: 'days' }, by: 'click_rate', event: '' },
    });
    const document = createFlow(
      [createNode('repeat', { cron: '0 9 * * *', timeZone: 'UTC' }), split],
      [['repeat', 'out', 'split']],
    );
    const stepsOf = (script: Partial<DryRunScript>) =>
      dryWordsOf(playDry(document, { script: { endsAt: at(100), ...script } })).filter((words) =>
        words.includes('split'),
      );
    expect(stepsOf({})).toEqual(['1 split b', '25 split b', '49 split b', '73 split b', '97 split b']);
    const winners = new Map([['split', 'a']]);
    expect(stepsOf({ winners })).toEqual([
      '1 split b',
      '25 split b',
      '49 split a',
      '73 split a',
      '97 split a',
    ]);
    // Who is to take a variant takes it, whatever wins.
    expect(stepsOf({ winners, variants: new Map([['split', 'b']]) })[2]).toBe('49 split b');
    // One that is not there any more wins nothing.
    expect(stepsOf({ winners: new Map([['split', 'gone']]) })[2]).toBe('49 split b');
  });

  it('[E146] the first customer of all begins the test', () => {
    const split = createNode('split', {
      variants: [
        { id: 'a', name: 'A', weight: 0 },
        { id: 'b', name: 'B', weight: 100 },
      ],
      winner: { after: { amount: 2, unit: 'hours' }, by: 'click_rate', event: '' },
    });
    const document = createFlow(
      [createNode('date_attribute', { attribute: 'born', time: '09:00', timeZone: 'customer' }), split],
      [['date_attribute', 'out', 'split']],
    );
    const born = (id: string, zone: string) => ({
      facts: createCustomerFacts({
        id,
        events: [],
        attributes: { born: '1990-11-23', time_zone: zone },
      }),
    });
    const lives = dryRun(document, createMessageFacts(), {
      customers: [born('1', 'Europe/London'), born('2', 'Asia/Tokyo'), born('3', 'Europe/Athens')],
      script: createDryScript({ winners: new Map([['split', 'a']]) }),
    });
    expect(lives.map(({ steps }) => steps.at(-1)?.output)).toEqual(['a', 'b', 'a']);
  });

  it('[E148] a consent that is valid until a moment is gone from then on', () => {
    const consentCategoryId = '01a20242-d422-714d-a856-e14b220af4d1';
    const message = createNode('sms', createSmsSettings({ consentCategoryId }));
    const document = createFlow(
      [createNode('repeat', { cron: '0 9 * * 1' }), message],
      [['repeat', 'out', 'sms']],
    );
    const facts = createCustomerFacts({ grantedConsents: new Set([consentCategoryId]) });
    const consentsUntil = new Map([[consentCategoryId, dryStart + 8 * dayMs]]);
    const [result] = dryRun(document, createMessageFacts(), {
      customers: [{ facts, consentsUntil }],
      script: createDryScript({ endsAt: dryStart + 14 * dayMs }),
    });
    expect(result?.messages.map(({ decision }) => decision.status)).toEqual(['enqueued', 'suppressed']);
  });

  it('[E149] a customer who goes round and round is left after a while, and it is said', () => {
    const wait = createNode('wait', { mode: 'duration', duration: { amount: 1, unit: 'minutes' } });
    const document = createFlow(
      [createNode('now'), wait],
      [
        ['now', 'out', 'wait'],
        ['wait', 'out', 'wait'],
      ],
    );
    const result = playDry(document);
    expect(result).toMatchObject({ isCut: true, walks: [{ nodeId: 'wait', isFinished: false }] });
    expect(result.steps.length).toBeLessThanOrEqual(2_001);
  });

  it('[E149] comes to the same where it is interrupted between any two nodes', () => {
    const setters = Array.from({ length: 5 }, (_, index) =>
      createNode(
        'set_attribute',
        { attributes: [{ name: 'way', type: 'text', value: `{{ customer.way }}${index}` }] },
        `set-${index}`,
      ),
    );
    const document = createFlow(
      [createNode('now'), ...setters, waitFor('buy')],
      [
        ['now', 'out', 'set-0'],
        ...setters.map(({ id }, index): [string, string, string] => [
          id,
          'out',
          index === 4 ? 'wait' : `set-${index + 1}`,
        ]),
      ],
    );
    const customers = [{ facts: createCustomerFacts() }, { facts: createCustomerFacts() }];
    const asked = { customers, script: createDryScript({ endsAt: at(60) }) };
    const run = prepareDryRun(document, createMessageFacts(), { ...asked, mayGoOn: () => false });
    let turns = 0;
    const places = new Set<number>();
    while (run.playNext()) {
      turns += 1;
      if (run.size() > 0) places.add(run.playedUntil());
    }
    expect(run.results()).toEqual(dryRun(document, createMessageFacts(), asked));
    expect(turns).toBeGreaterThan(12);
    expect(places.has(dryStart)).toBe(true);
  });

  it('[E140] says where everyone stands, until when and for what', () => {
    const document = createFlow([createNode('now'), waitFor('buy')], [['now', 'out', 'wait']]);
    expect(playDry(document, { script: { endsAt: at(1) } }).walks).toEqual([
      {
        triggerId: 'now',
        enteredAt: dryStart,
        nodeId: 'wait',
        isFinished: false,
        ending: null,
        waitsUntil: at(48),
        waitsFor: { type: 'buy', where: [] },
      },
    ]);
  });
});
