import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { webhookContract } from './webhook-contract.ts';

const url = new URL('../../../../../../packages/providers/README.md', import.meta.url);
const readme = readFileSync(url, 'utf8');
const withoutMarks = (text: string): string => text.replaceAll(/[\s`]+/g, '');

it.each(webhookContract)('$title, word for word as in the README', ({ body, lines }) => {
  const [, contract = ''] = readme.split('## The contract of signed webhooks');
  const said = withoutMarks(contract);
  expect(said).toContain(withoutMarks(JSON.stringify(body)));
  for (const line of lines) expect(said).toContain(withoutMarks(line.join('')));
});
