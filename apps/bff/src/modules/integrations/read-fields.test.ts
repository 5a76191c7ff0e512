import { providers } from '@curlew/providers';
import { expect, it } from 'vitest';
import { readFields } from './read-fields.ts';

const { settingsSchema, secretsSchema } = providers.sinch;

it('gives what the adapter reads, and takes an empty field for none', () => {
  const typed = { region: 'eu', servicePlanId: 'plan1', baseUrl: '' };
  expect(readFields(settingsSchema, 'settings', typed)).toEqual({
    ok: true,
    value: { region: 'eu', servicePlanId: 'plan1' },
  });
});

it.each<[string, Record<string, string>, string[]]>([
  ['nothing in a region', { region: 'eu' }, ['settings.servicePlanId: Fill this in']],
  [
    'a wrong plan behind an address',
    { baseUrl: 'https://a.example', servicePlanId: 'a b' },
    ['settings.servicePlanId: Letters, digits, - and _ only'],
  ],
  [
    'an address that is none',
    { baseUrl: 'sms.example', servicePlanId: 'plan1' },
    ['settings.baseUrl: This is no address: begin it with https://'],
  ],
  [
    'an address with a password',
    { baseUrl: 'https://me:secret@a.example', servicePlanId: 'plan1' },
    ['settings.baseUrl: No name, password, query or fragment in the address'],
  ],
])('names the field that is wrong: %s', (_, typed, faults) => {
  const reading = readFields(settingsSchema, 'settings', typed);
  expect(reading.ok ? [] : reading.faults.map(({ path, message }) => `${path}: ${message}`)).toEqual(faults);
});

it('repeats no secret that it refuses', () => {
  const reading = readFields(secretsSchema, 'secrets', { apiToken: 'has a space in it' });
  expect(reading).toEqual({
    ok: false,
    faults: [{ path: 'secrets.apiToken', message: 'Printable characters without spaces only' }],
  });
});
