import { scanTemplate } from '@curlew/jinja';
import { expect, it } from 'vitest';
import { emptyCompletionData } from '../completion/completion-data.ts';
import { describeSyntax } from './describe-syntax.ts';

const data = {
  ...emptyCompletionData,
  attributes: [{ name: 'points', detail: 'number', lines: ['A number'] }],
};

const at = (source: string, part: string) =>
  describeSyntax(source, scanTemplate(source), { at: source.indexOf(part), data });

it.each([
  ['{{ customer.points | round }}', 'points', 'customer.points', 'A number'],
  ['{{ customer.points | round }}', 'round', 'round', 'Rounded to so many decimals'],
  ['{% if x is defined %}{% endif %}', 'defined', 'defined', 'There is a value'],
  ['{% if x %}{% endif %}', 'endif', 'endif', 'Text only where something holds'],
  ['{{ customer.nick }}', 'nick', 'customer.nick', 'Nobody in this project has “nick”: it prints nothing'],
  ['{# a note #}', 'note', 'Comment', 'A note for whoever writes here. It is not sent and takes no units'],
  ['{{ shop }}', 'shop', 'Template', 'Filled in for each customer: its length is theirs'],
])('explains in %j what %j is', (source, part, ...words) => {
  const found = at(source, part);
  expect([found?.title, found?.lines[0]]).toEqual(words);
});

it('has nothing to say of plain text', () => {
  expect(at('Hi {{ x }}', 'Hi')).toBeNull();
});
