import { expect, it } from 'vitest';
import { createFlow, createNode, createSmsSettings, dryStart, playDry } from '@curlew/testkit';
import { judgeDryRun, type DryExpectation } from './judge-dry-run.ts';

const hourMs = 3_600_000;

const document = createFlow(
  [
    createNode('now'),
    createNode('wait', { mode: 'duration', duration: { amount: 1, unit: 'hours' } }),
    createNode(
      'sms',
      createSmsSettings({
        versions: [
          { language: 'en', message: 'Hi {{ customer.first_name }}' },
          { language: 'sk', message: 'Ahoj' },
        ],
      }),
    ),
  ],
  [
    ['now', 'out', 'wait'],
    ['wait', 'out', 'sms'],
  ],
);
const told = {
  startsAt: dryStart,
  nameOf: (id: string) => id.toUpperCase(),
  writeMoment: (at: number) => `${(at - dryStart) / hourMs} h`,
};
const gets = (more: Partial<Extract<DryExpectation, { kind: 'gets' }>>): DryExpectation => ({
  kind: 'gets',
  nodeId: null,
  contains: null,
  language: null,
  fromMs: null,
  toMs: null,
  ...more,
});
const judge = (wanted: DryExpectation, phone = true): string[] =>
  judgeDryRun(
    [wanted],
    playDry(document, phone ? {} : { customer: { phone: { raw: null, e164: null, isUs: false } } }),
    told,
  ).map(({ message }) => message);

it.each([
  gets({}),
  gets({ nodeId: 'sms', contains: 'Jana', language: 'en', fromMs: hourMs, toMs: hourMs }),
  { kind: 'ends_at', nodeId: 'sms' } as const,
])('[E152] is content with what came: %o', (wanted) => {
  expect(judge(wanted)).toEqual([]);
});

const came = '“SMS” on 1 h, which says “Hi Jana” in en';
it.each([
  [gets({ contains: 'Ahoj' }), `Expected a message that says “Ahoj”, and came ${came}`],
  [gets({ nodeId: 'sms', language: 'sk' }), `Expected “SMS” in sk, and came ${came}`],
  [gets({ fromMs: 2 * hourMs, toMs: 3 * hourMs }), `Expected a message from 2 h until 3 h, and came ${came}`],
  [{ kind: 'gets_nothing' } as const, `Expected no message, and came ${came}`],
  [{ kind: 'ends_at', nodeId: 'wait' } as const, 'Expected to end at “WAIT”, and ended at “SMS”'],
])('[E152] says what came instead of %o', (wanted, words) => {
  expect(judge(wanted)).toEqual([words]);
});

it('[E152] a message that is refused is none', () => {
  expect(judge({ kind: 'gets_nothing' }, false)).toEqual([]);
  expect(judge(gets({}), false)[0]).toMatch(/and came none: “SMS” on 1 h is not sent/);
});
