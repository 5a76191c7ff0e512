import { describe, expect, it } from 'vitest';
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
import { dryRun, prepareDryRun } from '../index.ts';
import { at, sms, waitFor } from '../testing/dry-nodes.ts';

const dayMs = 24 * 3_600_000;

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
