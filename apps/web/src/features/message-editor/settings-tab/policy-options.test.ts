import { messageDefaultsSchema } from '@curlew/scenario';
import { expect, it } from 'vitest';
import { policyOptions } from './policy-options.ts';

const weekly = { id: '01900000-0000-7000-8000-000000000001', name: 'Weekly', rules: [{ most: 2, days: 7 }] };
const defaults = messageDefaultsSchema.parse({ frequencyPolicyId: weekly.id });
const labelsOf = (chosen: string, given = defaults) =>
  policyOptions([weekly], { defaults: given, chosen }).map(({ label }) => label);

it('names what the project does by default', () => {
  expect(labelsOf('project')).toEqual(['Project default: Weekly', 'Weekly', 'None']);
  expect(labelsOf('none', messageDefaultsSchema.parse({}))[0]).toBe('Project default: none');
});

it('keeps a deleted policy in sight while it is chosen', () => {
  expect(labelsOf('01900000-0000-7000-8000-000000000009').at(-1)).toBe('A deleted policy');
});
