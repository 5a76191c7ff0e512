import { z } from 'zod';
import type { SettingsIssue } from '../node-kind.ts';
import { comparisonTypes, type ComparisonType } from '../filter/comparison.ts';
import { fieldError } from './field-issues.ts';
import { findTemplateIssues, isTemplate } from './template-issues.ts';
import { readWrittenValue } from './written-value.ts';

/** A value to be written: its text may be a template, and becomes what the type says. */
export const namedValueSchema = z.object({
  name: z.string().max(100, 'At most 100 characters'),
  type: z.enum(comparisonTypes),
  /** Nothing, or a template that gives nothing, deletes an attribute and leaves a property out. */
  value: z.string().max(5_000, 'At most 5,000 characters'),
});

export type NamedValue = z.infer<typeof namedValueSchema>;

interface Place {
  readonly field: string;
  /** What one of the values is called. */
  readonly what: 'attribute' | 'property';
}

const remedies: { readonly [T in ComparisonType]: string } = {
  text: 'type a text',
  number: 'write it like 1234.5',
  boolean: 'type true or false',
  date: 'write it like 2026-11-30',
  list: 'separate its values by commas',
};

const findNameIssues = (name: string, others: readonly string[], { field, what }: Place): SettingsIssue[] => {
  if (name === '') return [fieldError('name_missing', field, `The ${what} has no name: type one`)];
  return others.includes(name)
    ? [fieldError('name_twice', field, `“${name}” is set twice: remove one of them`)]
    : [];
};

const findValueIssues = ({ name, type, value }: NamedValue, field: string): SettingsIssue[] => {
  const broken = findTemplateIssues(value, { field, subject: `The value of “${name.trim()}”` });
  if (broken.length > 0 || isTemplate(value) || readWrittenValue(type, value).ok) return broken;
  return [fieldError('value_wrong', field, `“${value.trim()}” is not a ${type}: ${remedies[type]}`)];
};

/** Missing or repeated names, broken templates, and values that are not of their type. */
export const findNamedValueIssues = (
  values: readonly NamedValue[],
  { field, what }: Place,
): SettingsIssue[] => {
  const names = values.map(({ name }) => name.trim());
  return values.flatMap((value, index) => {
    const path = `${field}.${index}`;
    return [
      ...findNameIssues(names[index] ?? '', names.slice(0, index), { field: `${path}.name`, what }),
      ...findValueIssues(value, `${path}.value`),
    ];
  });
};
