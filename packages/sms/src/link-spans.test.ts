import { expect, it } from 'vitest';
import { findLinks } from './link-spans.ts';

it.each([
  ['[S22] with a scheme', 'see https://a.example/b now', ['https://a.example/b']],
  ['[S22] with www', 'see www.a.example', ['www.a.example']],
  ['[S22] in capitals', 'HTTPS://A.EXAMPLE', ['HTTPS://A.EXAMPLE']],
  ['[S22] with brackets', 'https://a.example/?f[a]=1&g[]', ['https://a.example/?f[a]=1&g[]']],
  [
    '[S22] in brackets',
    '(https://a.example/b) [https://c.example]',
    ['https://a.example/b', 'https://c.example'],
  ],
  [
    '[S22] before punctuation',
    'https://a.example/b?! http://c.example…',
    ['https://a.example/b', 'http://c.example'],
  ],
  ['[S22] in quotes', '“https://a.example/b” ‘www.c.example’', ['https://a.example/b', 'www.c.example']],
  ['[S22] with a dash inside', 'https://a.example/b–c – d', ['https://a.example/b–c']],
  ['[S22] none', 'no link: a.b [c]', []],
])('%s', (_, text, links) => {
  expect(findLinks(text).map(({ start, end }) => text.slice(start, end))).toEqual(links);
});
