import { expect, it } from 'vitest';
import type { DryLife } from '@curlew/contract';
import { addNode, emptyDocument } from '@curlew/scenario';
import { newScript } from '../dry-run-store.ts';
import { expectThis } from './expect-this.ts';
import { showExpectation } from './show-expectation.ts';

const document = addNode(emptyDocument(), { kind: 'sms', id: 'offer', position: { x: 0, y: 0 } });
const startsAt = Date.UTC(2026, 10, 23, 8);

const life: DryLife = {
  customerId: '01a20242-d422-714d-a856-e14b220af4da',
  name: 'Jana',
  timeZone: 'UTC',
  walks: [
    {
      triggerId: 'now',
      enteredAt: startsAt,
      nodeId: 'offer',
      isFinished: true,
      ending: null,
      waitsUntil: null,
      waitsFor: null,
    },
  ],
  steps: [],
  messages: [
    {
      walk: 0,
      at: startsAt + 3_600_000,
      nodeId: 'offer',
      visit: 2,
      status: 'enqueued',
      text: 'Ahoj',
      sender: 'Heron',
      recipient: '+421905123456',
      language: 'sk',
      encoding: 'GSM-7',
      parts: 1,
      refusal: null,
    },
  ],
  changes: [],
  events: [],
  isCut: false,
};
const state = { startsAt, script: newScript(), who: { kind: 'one' as const } };

it('expects each message about when it came, and where the way ended, on that day of the week', () => {
  expect(expectThis(state, { life, document, timeZone: 'Europe/Prague' })).toMatchObject({
    name: expect.stringMatching(/^Jana gets 1 message, ends at /),
    customer: { kind: 'real', id: life.customerId },
    start: { kind: 'weekday', weekday: 'mon', time: '09:00' },
    expected: [
      { kind: 'gets', nodeId: 'offer', language: 'sk', from: 3_540, to: 3_660 },
      { kind: 'ends_at', nodeId: 'offer' },
    ],
    blocks: false,
  });
});

it('expects nothing where nothing came, and the date where the drawing names one', () => {
  const dated = addNode(document, { kind: 'on_date', id: 'day', position: { x: 0, y: 0 } });
  const quiet = { ...life, customerId: null, walks: [], messages: [] };
  expect(expectThis(state, { life: quiet, document: dated, timeZone: 'UTC' })).toMatchObject({
    name: 'Jana gets nothing',
    customer: { kind: 'made' },
    start: { kind: 'moment', at: '2026-11-23T08:00:00.000Z' },
    expected: [{ kind: 'gets_nothing' }],
  });
});

it('plays what was expected at the next such moment', () => {
  const kept = { id: life.customerId ?? '', ...expectThis(state, { life, document, timeZone: 'UTC' }) };
  expect(showExpectation(kept, { now: startsAt, timeZone: 'UTC' })).toMatchObject({
    who: { kind: 'kept', id: life.customerId },
    startsAt: startsAt + 7 * 86_400_000,
    script: kept.script,
  });
});
