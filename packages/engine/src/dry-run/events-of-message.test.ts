import { describe, expect, it } from 'vitest';
import { createFlow, createNode, dryStart, dryWordsOf, playDry } from '@curlew/testkit';
import { event, sms, status, waitFor } from '../testing/dry-nodes.ts';
const hourMs = 3_600_000;

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
