import { expect, it } from 'vitest';
import { readReturnPath } from './return-path.ts';

it.each([
  '/',
  '/projects/a/scenarios',
  '/projects/a/customers?search=jana%20n',
  '/projects/a/scenarios/b#panel',
  '/projects/a?next=https://evil.example',
])('goes back to %s', (path) => {
  expect(readReturnPath(path)).toBe(path);
});

it.each([
  'https://evil.example/',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/..//evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  'projects/a',
  '\\\\evil.example',
  ' /projects',
  '',
])('does not go to %j', (path) => {
  expect(readReturnPath(path)).toBeNull();
});

it.each(['/sign-in', '/sign-in?returnTo=/', '/change-password', '/api/me', '/hooks/sinch', '/a/../sign-in'])(
  'does not go round in circles by %s',
  (path) => {
    expect(readReturnPath(path)).toBeNull();
  },
);

it.each([undefined, null, 4, {}, ['/projects']])('takes nothing but text: %j', (value) => {
  expect(readReturnPath(value)).toBeNull();
});

it('gives the path as it was resolved, not as it was written', () => {
  expect(readReturnPath('/projects/../projects/a')).toBe('/projects/a');
});
