import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSms } from '@curlew/sms';
import { addUtm } from './add-utm.ts';
import { findLinks } from './find-links.ts';
import { shortenLinks, slugLength } from './shorten-links.ts';

const linksOf = (text: string): string[] => findLinks(text).map(({ start, end }) => text.slice(start, end));

describe('links of a text', () => {
  it.each([
    ['See https://heron.example/a?b=c#d now', ['https://heron.example/a?b=c#d']],
    ['HTTPS://HERON.EXAMPLE and http://heron.example', ['HTTPS://HERON.EXAMPLE', 'http://heron.example']],
    ['At heron.example or www.heron.example', []],
    ['Look (https://heron.example/a_(b)), then go.', ['https://heron.example/a_(b)']],
    ['Really? https://heron.example/a!', ['https://heron.example/a']],
    ['“https://heron.example/ž”', ['https://heron.example/ž']],
    [
      'https://heron.example/a\nhttps://heron.example/b',
      ['https://heron.example/a', 'https://heron.example/b'],
    ],
    ['https://', []],
    ['http://.', []],
    ['https://https://x', ['https://https://x']],
    ['mailto:a@b.example ftp://heron.example', []],
  ])('[E23] %j', (text, links) => {
    expect(linksOf(text)).toEqual(links);
  });

  // The longest text a template may give: what is written to be slow would hold up every other message.
  it.each([
    ['brackets', `http://a${')'.repeat(20_000)}`],
    ['brackets of both kinds', `http://a[${')]'.repeat(10_000)}`],
    ['links that are none', 'http://['.repeat(2_500)],
    ['links that are none, and a bracket', `${'http://['.repeat(2_500)})`],
  ])('[E23] are found without delay among many %s', (_, text) => {
    const begun = process.cpuUsage();
    findLinks(text);
    // Of its own processor time, whatever else the machine does; looked at anew from each bracket it takes seconds.
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(1_000);
  });

  it('[E23] spans are in order and apart, in any text', () => {
    const any = fc.array(fc.oneof(fc.constantFrom('http://', 'https://', 'a.b', ' ', ')', '.'), fc.string()));
    fc.assert(
      fc.property(any, (pieces) => {
        let before = 0;
        for (const { start, end } of findLinks(pieces.join(''))) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          before = end;
        }
      }),
    );
  });
});

const utm = { source: 'curlew', medium: 'sms', campaign: 'Spring & more', term: '', content: '' };

it.each([
  [
    'https://a.example',
    'https://a.example?utm_source=curlew&utm_medium=sms&utm_campaign=Spring%20%26%20more',
  ],
  [
    'https://a.example/?x=1&utm_medium=own#top',
    'https://a.example/?x=1&utm_medium=own&utm_source=curlew&utm_campaign=Spring%20%26%20more#top',
  ],
  [
    'https://a.example/?',
    'https://a.example/?utm_source=curlew&utm_medium=sms&utm_campaign=Spring%20%26%20more',
  ],
])('[E25] UTM is added to %s', (address, expected) => {
  expect(addUtm(address, utm)).toBe(expected);
});

const shorten = (text: string) => {
  let made = 0;
  const newSlug = () => `slug${String((made += 1)).padStart(slugLength - 4, '0')}`;
  return shortenLinks(text, { base: 'https://crlw.example', newSlug }, { utm: null });
};

it('[E24] each link gets a slug, the same link the same one', () => {
  expect(shorten('A https://a.example/1, B https://a.example/2, again https://a.example/1.')).toEqual({
    text: 'A https://crlw.example/slug0001, B https://crlw.example/slug0002, again https://crlw.example/slug0001.',
    links: [
      { slug: 'slug0001', target: 'https://a.example/1' },
      { slug: 'slug0002', target: 'https://a.example/2' },
    ],
  });
});

it('[E24] a short link is not shortened again, and a text without links stays', () => {
  expect(shorten('https://crlw.example/slug0009')).toEqual({
    text: 'https://crlw.example/slug0009',
    links: [],
  });
  expect(shorten('No link')).toEqual({ text: 'No link', links: [] });
});

it('[E24] a short link is plain GSM of a known length', () => {
  const { text } = shorten('https://a.example/ž/漢');
  expect(countSms(text)).toMatchObject({
    encoding: 'GSM-7',
    units: 'https://crlw.example/'.length + slugLength,
  });
});
