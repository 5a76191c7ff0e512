import { request as ask } from 'node:http';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestServer, type TestServer } from '../../testing/start-test-server.ts';
import { createTestContext, type TestContext } from '../../testing/test-context.ts';

let test: TestContext;
let server: TestServer;

beforeAll(async () => {
  test = await createTestContext();
  server = await startTestServer({ ...test.context, linkBase: 'https://crlw.example' });
});
afterAll(async () => {
  await server.stop();
  await test.stop();
});

const open = (path: string, host: string) =>
  new Promise<{ status: number | undefined; body: string }>((resolve, reject) => {
    const { hostname, port } = new URL(server.origin);
    ask({ hostname, port, path, headers: { host } }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => resolve({ status: response.statusCode, body }));
    })
      .on('error', reject)
      .end();
  });

it.each(['crlw.example', 'CRLW.example', 'crlw.example:443', 'crlw.example.'])(
  'a domain for short links (%s) has links and nothing else',
  async (host) => {
    const paths = ['/', '/AAAAAAAA', '/AAAAAAAA/', '/a/b', '/api/openapi.json', '/api/auth/get-session'];
    for (const path of paths) {
      const { status, body } = await open(path, host);
      expect({ path, status }).toEqual({ path, status: 404 });
      expect(body).toContain('This link leads nowhere');
    }
    expect((await open('/curlew.js', host)).body).toContain('iitt');
  },
);

it('other names lead to Curlew', async () => {
  expect((await open('/api/openapi.json', 'crlw.example.org')).status).toBe(200);
  expect((await open('/curlew.js', 'localhost')).body).not.toContain('iitt');
});
