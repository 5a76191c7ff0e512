import { expect, it } from 'vitest';
import { isMachine } from './is-machine.ts';

const iphone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1';

it.each([
  iphone,
  'Mozilla/5.0 (Linux; Android 15; SM-S931B) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0',
  'Mozilla/5.0 (Linux; Android 15; Cubot P80) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
])('takes %s for a person', (agent) => {
  expect(isMachine('GET', { 'user-agent': agent })).toBe(false);
});

it.each([
  '',
  'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
  'TelegramBot (like TwitterBot)',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'Mozilla/5.0 (compatible; SkypeUriPreview Preview/0.5)',
  'curl/8.5.0',
  'python-requests/2.32',
])('takes %j for a program', (agent) => {
  expect(isMachine('GET', { 'user-agent': agent })).toBe(true);
});

it('knows who only asks, or fetches ahead', () => {
  expect(isMachine('HEAD', { 'user-agent': iphone })).toBe(true);
  expect(isMachine('GET', { 'user-agent': iphone, 'sec-purpose': 'prefetch;prerender' })).toBe(true);
  expect(isMachine('GET', {})).toBe(true);
});
