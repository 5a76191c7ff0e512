import { describe, expect, it } from 'vitest';
import { buildSearchText, readSearch } from './search-text.ts';

const text = buildSearchText({
  attributes: {
    first_name: 'Łukasz',
    last_name: 'Wójcik',
    email: 'Lukasz@Example.com',
    phone: '0044 7700 900-123',
  },
  phoneE164: '+447700900123',
  ids: ['C-000001', '2024-77'],
});
const finds = (search: string) => readSearch(search).some((part) => text.includes(part));

describe('search', () => {
  it.each([
    'łukasz wójcik',
    'LUKASZ  wojcik',
    'lukasz@ex',
    'c-0000',
    '+44 7700 900123',
    '07700 900 123',
    '900123',
    '2024-77',
    '',
  ])('finds %j', (search) => expect(finds(search)).toBe(true));

  it.each([
    ['L’Hôpital', "l'hopital"],
    ["L'Hôpital", 'L’HÔPITAL'],
  ])('finds %j by %j', (name, search) => {
    const found = buildSearchText({ attributes: { last_name: name }, phoneE164: null, ids: [] });
    expect(readSearch(search).some((part) => found.includes(part))).toBe(true);
  });

  it.each(['wójcik łukasz x', '900124', 'c-2'])('does not find %j', (search) =>
    expect(finds(search)).toBe(false),
  );
});
