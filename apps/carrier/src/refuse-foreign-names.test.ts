import { request } from 'node:http';
import { expect, it } from 'vitest';
import { carrierUnderTest } from './testing/carrier-under-test.ts';

const statusOf = (url: string, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { headers: { host } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.once('error', reject).end();
  });

it('[C36] answers on loopback to localhost and addresses only', async () => {
  const { url } = await carrierUnderTest();
  for (const path of ['/', '/carrier/api/phones', '/carrier/api/behaviour']) {
    for (const host of ['localhost:3031', 'LOCALHOST', '127.0.0.1:3031', '[::1]:3031']) {
      expect(await statusOf(`${url}${path}`, host)).toBe(200);
    }
    for (const host of [
      'evil.example',
      'evil.example:3031',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
    ]) {
      expect(await statusOf(`${url}${path}`, host)).toBe(421);
    }
  }
});
