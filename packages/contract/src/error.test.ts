import { expect, it } from 'vitest';
import { errorBodySchema, errorCodes, errorStatus } from './error.ts';
import { mayActAs, roles, type Role } from './role.ts';

const allowed: Record<Role, readonly Role[]> = {
  viewer: ['viewer'],
  approver: ['viewer', 'approver'],
  editor: ['viewer', 'approver', 'editor'],
  owner: ['viewer', 'approver', 'editor', 'owner'],
};

it.each(roles)('[H11] what a %s may do', (role) => {
  expect(roles.filter((atLeast) => mayActAs(role, atLeast))).toEqual(allowed[role]);
});

const byServer = new Set<string>(['busy', 'unavailable', 'internal']);

it.each(errorCodes)('[H12] %s has a status', (code) => {
  const status = errorStatus[code];
  expect(Number.isInteger(status)).toBe(true);
  expect(Math.floor(status / 100)).toBe(byServer.has(code) ? 5 : 4);
});

it('[H12] has no status without a code', () => {
  expect(Object.keys(errorStatus).toSorted()).toEqual([...errorCodes].toSorted());
});

it.each([
  [{ code: 'not_found', message: 'Gone' }, true],
  [{ code: 'bad_request', message: 'No', fields: [{ path: 'name', message: 'Type a name' }] }, true],
  [{ code: 'internal', message: 'Oh', requestId: 'r1' }, true],
  [{ code: 'nope', message: 'No' }, false],
  [{ code: 'not_found' }, false],
])('[H12] an error of %j', (error, isError) => {
  expect(errorBodySchema.safeParse({ error }).success).toBe(isError);
});
