import { expect, it } from 'vitest';
import { findTemplateDiagnostics } from './template-diagnostics.ts';

it('finds nothing wrong with a good template', () => {
  expect(findTemplateDiagnostics('Hi {{ customer.first_name | title }}')).toEqual([]);
  expect(findTemplateDiagnostics('')).toEqual([]);
});

it('points at the mistake and says how to mend it', () => {
  const source = 'Hi {{ customer.first_name | captialize }}';
  const [found] = findTemplateDiagnostics(source);
  expect(source.slice(found?.from, found?.to)).toBe('captialize');
  expect(found?.message).toContain('capitalize');
});

it.each(['{{', 'Hi {{ x', '{% if %}', '{% if a %}', '{{ 1 + }}', '{% endif %}', "{{ 'x }}"])(
  'has a visible place inside of %j',
  (source) => {
    const found = findTemplateDiagnostics(source);
    expect(found.length).toBeGreaterThan(0);
    for (const { from, to } of found) {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeGreaterThan(from);
      expect(to).toBeLessThanOrEqual(source.length);
    }
  },
);
