import { expect, it } from 'vitest';
import { loggedPath } from './logged-path.ts';

it.each([
  ['/api/me', '/api/me'],
  ['/api/projects/1/customers?search=%2B447700900000', '/api/projects/1/customers'],
  ['/hooks/1/secret', '/hooks/1/…'],
  ['/HOOKS/1/secret/more?a=b', '/HOOKS/1/…'],
  ['//hooks/1/secret', '//hooks/1/…'],
  ['/hooks//1//secret', '/hooks//1/…'],
  ['/curlew/hooks/1/secret', '/curlew/hooks/1/…'],
  ['http://curlew.example/hooks/1/secret', 'http://curlew.example/hooks/1/…'],
])('%s is logged as %s', (url, logged) => {
  expect(loggedPath(url)).toBe(logged);
});
