import { compileTemplate } from '@curlew/jinja';
import type { SettingsIssue } from '../node-kind.ts';

interface TemplateField {
  readonly field: string;
  /** How the sentence begins: `The address`. */
  readonly subject: string;
}

/** The mistakes of a template, each with its place. */
export const findTemplateIssues = (source: string, { field, subject }: TemplateField): SettingsIssue[] => {
  const compiled = compileTemplate(source);
  if (compiled.ok) return [];
  return compiled.errors.map(({ message, line, column }) => ({
    code: 'template_error',
    severity: 'error',
    field,
    message: `${subject} has a broken template in line ${line}, column ${column}: ${message}`,
  }));
};

/** Whether what a text becomes may differ by customer. */
export const isTemplate = (source: string): boolean => /\{[{%]/.test(source);
