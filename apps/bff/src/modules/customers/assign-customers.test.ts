import { expect, it } from 'vitest';
import { assignCustomers, idKey } from './assign-customers.ts';

const id = (kind: string, value: string) => ({ kind, value });

it('tells new customers from known ones, and knows an id from the list in which it is new', () => {
  const owners = new Map([
    [idKey(id('registered', '1')), 'one'],
    [idKey(id('cookie', 'b')), 'two'],
  ]);
  let made = 0;
  const assignments = assignCustomers(
    [
      [id('registered', '1'), id('cookie', 'a')],
      [id('cookie', 'a')],
      [id('registered', '3'), id('cookie', 'c')],
      [id('cookie', 'c')],
      [id('registered', '1'), id('cookie', 'b')],
      [id('registered', '3'), id('cookie', 'b')],
      [id('registered', 'a'), id('registered', 'b')],
    ],
    owners,
    () => `new ${(made += 1)}`,
  );
  expect(assignments).toEqual([
    { ok: true, customerId: 'one', isNew: false },
    { ok: true, customerId: 'one', isNew: false },
    { ok: true, customerId: 'new 1', isNew: true },
    { ok: true, customerId: 'new 1', isNew: false },
    { ok: false, reason: 'ids_of_two_customers', ids: [id('registered', '1'), id('cookie', 'b')] },
    { ok: false, reason: 'ids_of_two_customers', ids: [id('registered', '3'), id('cookie', 'b')] },
    { ok: true, customerId: 'new 2', isNew: true },
  ]);
});
