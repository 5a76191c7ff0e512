import { expect, it } from 'vitest';
import { findTextSenderFate, TEXT_SENDERS_AS_OF } from './sender-countries.ts';

it.each([
  ['[S28] the United States', 'US', 'refused'],
  ['[S28] Puerto Rico', 'PR', 'refused'],
  ['[S28] Barbados, +1 too', 'BB', 'delivered'],
  ['[S28] Brazil', 'BR', 'unreliable'],
  ['[S28] India', 'IN', 'registration'],
  ['[S28] the Netherlands', 'NL', 'delivered'],
])('%s', (_, country, fate) => {
  expect(findTextSenderFate(country)).toBe(fate);
});

it('[S28] puts an agreement of the account first', () => {
  expect(findTextSenderFate('US', { US: 'delivered' })).toBe('delivered');
  expect(findTextSenderFate('CA', { US: 'delivered' })).toBe('refused');
});

it('[S28] says of which day the list is', () => {
  expect(TEXT_SENDERS_AS_OF).toMatch(/^\d{4}-\d{2}-\d{2}$/);
});
