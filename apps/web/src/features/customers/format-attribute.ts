import type { Customer } from '@curlew/contract';

type AttributeValue = Customer['attributes'][string];

/** An attribute or property in one line: lists with commas, objects as JSON, nothing as a dash. */
export const formatAttribute = (value: AttributeValue): string => {
  if (value === null || value === '') return '–';
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map(formatAttribute).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};
