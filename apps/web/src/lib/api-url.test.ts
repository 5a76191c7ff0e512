import { expect, it } from 'vitest';
import { apiUrl } from './api-url.ts';

it.each([
  { path: '/api/me', params: {}, url: '/api/me' },
  { path: '/api/projects/:projectId', params: { projectId: 'a' }, query: {}, url: '/api/projects/a' },
  { path: '/api/a/:x/b/:y', params: { x: 'one', y: 2 }, url: '/api/a/one/b/2' },
  { path: '/api/a/:x', params: { x: '../b?c' }, url: '/api/a/..%2Fb%3Fc' },
  {
    path: '/api/a',
    query: { search: 'Jana & co', cursor: undefined, limit: 5 },
    url: '/api/a?search=Jana+%26+co&limit=5',
  },
  {
    path: '/api/a',
    query: { status: ['sent', 'failed'], isLive: false },
    url: '/api/a?status=sent&status=failed&isLive=false',
  },
])('makes $url', ({ path, params, query, url }) => {
  expect(apiUrl(path, params, query)).toBe(url);
});

it('does not call a path with a hole in it', () => {
  expect(() => apiUrl('/api/projects/:projectId', {})).toThrow('needs a value for projectId');
});
