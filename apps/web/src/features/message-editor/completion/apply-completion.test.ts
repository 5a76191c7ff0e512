import { expect, it } from 'vitest';
import { fitCompletion } from './apply-completion.ts';

const fit = (insert: string, before: string, after: string): string => {
  const { text, cursor, eaten } = fitCompletion(insert, { before, after });
  return `${before}${text.slice(0, cursor)}¦${text.slice(cursor)}${after.slice(eaten)}`;
};

it.each([
  ['a word', 'upper$0', '| ', ' }}', '| upper¦ }}'],
  ['room behind and before braces', 'customer.$0', '{{', '}}', '{{ customer.¦ }}'],
  ['the place within', "default('$0')", '| ', ' }}', "| default('¦') }}"],
  ['a tag with its own end', 'if $0 %}{% endif %}', '{% ', '%}', '{% if ¦ %}{% endif %}'],
  ['a tag with half an end', 'if $0 %}{% endif %}', '{%', '}', '{% if ¦ %}{% endif %}'],
  ['an end of its own behind a space', 'else %}$0', '{% ', ' %}Hi', '{% else %}¦Hi'],
])('fits in %s', (_, ...[insert, before, after, result]) => {
  expect(fit(insert, before, after)).toBe(result);
});
