import { describe, expect, it } from 'vitest';
import { createFlow, createNode, dryStart, dryWordsOf, playDry } from '@curlew/testkit';
import { event, sms, status } from '../testing/dry-nodes.ts';

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
