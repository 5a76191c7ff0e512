import { expect, it } from 'vitest';
import { findPasswordProblem, passwordChangeSchema } from './change-password.ts';

const good = { current: 'one-time-password', next: 'quiet river stones', repeated: 'quiet river stones' };

const fieldsAtFault = (change: typeof good): readonly unknown[] => {
  const parsed = passwordChangeSchema.safeParse(change);
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => path[0]);
};

it('takes a new password that is typed twice', () => {
  expect(fieldsAtFault(good)).toEqual([]);
});

it.each([
  ['nine letters', { ...good, next: '123456789', repeated: '123456789' }, ['next']],
  ['too many letters', { ...good, next: 'x'.repeat(129), repeated: 'x'.repeat(129) }, ['next']],
  ['two that differ', { ...good, repeated: 'quiet river stone' }, ['repeated']],
  ['the one there is', { ...good, current: good.next }, ['next']],
  ['no current one', { ...good, current: '' }, ['current']],
  ['no second time', { ...good, repeated: '' }, ['repeated']],
])('refuses %s', (_, change, fields) => {
  expect(fieldsAtFault(change)).toEqual(fields);
});

it('takes ten letters, the fewest there may be', () => {
  expect(fieldsAtFault({ ...good, next: '1234567890', repeated: '1234567890' })).toEqual([]);
});

it.each([
  [400, 'INVALID_PASSWORD', 'current'],
  [400, 'PASSWORD_TOO_SHORT', 'next'],
  [400, 'PASSWORD_TOO_LONG', 'next'],
  [401, 'UNAUTHORIZED', null],
  [429, null, null],
  [0, null, null],
  [500, 'FAILED_TO_UPDATE', null],
])('puts the refusal %i %s where it belongs', (status, code, field) => {
  const problem = findPasswordProblem({ ok: false, status, code });
  expect(problem?.field).toBe(field);
  expect(problem?.sentence).toMatch(/^[A-Z]/);
});

it('finds nothing in a success', () => {
  expect(findPasswordProblem({ ok: true })).toBeNull();
});
