import { expect, it } from 'vitest';
import { findPartBorders, markShortened, markTemplate, markText, withLinks } from './message-marks.ts';

const read = (source: string) =>
  markTemplate(source).map(({ kind, start, end }) => `${kind} ${source.slice(start, end)}`);

it.each([
  ['plain text', 'Hello', []],
  ['syntax, also around text', 'Hi {{ name }}!', ['template {{ name }}']],
  [
    'tags and comments',
    '{% if a %}x{% endif %}{# c #}',
    ['template {% if a %}', 'template {% endif %}', 'template {# c #}'],
  ],
  ['a tag that is not closed', 'Hi {{ na', ['template {{ na']],
  ['what forces Unicode, run by run', 'žluť a 漢', ['unicode ž', 'unicode ť', 'unicode 漢']],
  ['an emoji as a whole', 'ok 👍', ['unicode 👍']],
  ['extension characters', 'pay 20€ [now]', ['extension €', 'extension [', 'extension ]']],
  ['extension characters beside Unicode', 'ž €', ['unicode ž', 'extension €']],
  ['nothing inside of syntax', "{{ 'ž€' }}", ["template {{ 'ž€' }}"]],
])('marks %s', (_, source, marks) => {
  expect(read(source)).toEqual(marks);
});

it('does not take braces in a rendered text for syntax', () => {
  expect(markText('{{ x }}').map(({ kind }) => kind)).toEqual(['extension', 'extension']);
});

it.each([
  ['one full part', 'a'.repeat(160), []],
  ['two parts', 'a'.repeat(161), [153]],
  ['three parts in Unicode', 'ž'.repeat(135), [67, 134]],
  ['an extension character that goes whole to the next part', `${'a'.repeat(152)}€${'b'.repeat(20)}`, [152]],
])('finds the borders of %s', (_, text, borders) => {
  expect(findPartBorders(text)).toEqual(borders);
});

it.each([
  ['a link', 'See https://heron.example/a now', ['link https://heron.example/a']],
  [
    'a link without marks of its own',
    'ž https://heron.example/ž€',
    ['unicode ž', 'link https://heron.example/ž€'],
  ],
  ['a run that goes on after the link', 'https://a.example/ž“ž', ['link https://a.example/ž', 'unicode “ž']],
  ['no link in syntax', "{{ 'https://a.example' }}", ["template {{ 'https://a.example' }}"]],
  [
    'the fixed parts around syntax',
    'https://a.example/{{ id }}/€b.',
    ['link https://a.example/', 'template {{ id }}', 'link /€b'],
  ],
  [
    'a link up to a tag',
    'https://a.example/b{% if x %} c{% endif %}',
    ['link https://a.example/b', 'template {% if x %}', 'template {% endif %}'],
  ],
])('marks what is shortened: %s', (_, source, marks) => {
  const marked = markShortened(source).map(({ kind, start, end }) => `${kind} ${source.slice(start, end)}`);
  expect(marked).toEqual(marks);
});

it('marks only the links that are meant', () => {
  const text = 'https://short.example/aB3dE5fG https://long.example';
  const marks = withLinks(text, markText(text), (link) => link.startsWith('https://short.example/'));
  expect(marks).toEqual([{ kind: 'link', start: 0, end: 30 }]);
});
