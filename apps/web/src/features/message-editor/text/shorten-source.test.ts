import { expect, it } from 'vitest';
import { shortenSource } from './shorten-source.ts';

const base = 'https://s.example';
const short = `${base}/xxxxxxxx`;

it.each([
  ['no link', 'Hi {{ x }}', 'Hi {{ x }}'],
  ['a link', 'Hi {{ x }}, see https://heron.example/shop. Bye', `Hi {{ x }}, see ${short}. Bye`],
  ['a link that is filled in', 'See https://heron.example/{{ x }}/a', `See ${short}{{ x }}`],
  ['a scheme that is filled in', 'See http{{ s }}://heron.example/a', null],
  ['a host that is filled in', 'See https://{{ host }}/a', null],
  ['a link that goes on in a tag', 'https://heron.example/{% if x %}a{% endif %}', null],
  ['a tag behind the end of a sentence', 'https://heron.example.{% if x %}a{% endif %}', null],
  ['a tag after a space', 'https://heron.example {% if x %}a{% endif %}', `${short} {% if x %}a{% endif %}`],
  ['syntax right before a link', '{{ x }}https://heron.example/', null],
  ['a link in syntax', "{{ x or 'https://heron.example/' }}", null],
])('shortens %s', (_, source, expected) => {
  expect(shortenSource(source, base)).toBe(expected);
});
