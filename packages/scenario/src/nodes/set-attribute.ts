import { z } from 'zod';
import type { NodeKindDescription } from '../node-kind.ts';
import { onlyOutput } from '../node-output.ts';
import { fieldError } from '../settings/field-issues.ts';
import { findNamedValueIssues, namedValueSchema } from '../settings/named-values.ts';

/** Settings of a Set attribute node. */
export const setAttributeSettingsSchema = z.object({
  attributes: z
    .array(namedValueSchema)
    .max(50, 'At most 50 attributes')
    .default([{ name: '', type: 'text', value: '' }]),
});

export type SetAttributeSettings = z.infer<typeof setAttributeSettingsSchema>;

export const setAttribute: NodeKindDescription<'set_attribute', SetAttributeSettings> = {
  kind: 'set_attribute',
  title: 'Set attribute',
  family: 'data',
  hint: 'Writes attributes of the customer',
  hasInput: true,
  outputs: () => onlyOutput,
  defaults: () => setAttributeSettingsSchema.parse({}),
  summary: ({ attributes }) => {
    const [first, ...others] = attributes.filter(({ name }) => name.trim() !== '');
    if (!first) return 'No attribute yet';
    const more = others.length === 0 ? '' : `, and ${others.length} more`;
    const [name, value] = [first.name.trim(), first.value.trim()];
    return value === '' ? `Delete ${name}${more}` : `${name} = ${value}${more}`;
  },
  issues: ({ attributes }) =>
    attributes.length === 0
      ? [fieldError('attribute_missing', 'attributes', 'Nothing is set: add an attribute')]
      : findNamedValueIssues(attributes, { field: 'attributes', what: 'attribute' }),
};
