import { expect, it } from 'vitest';
import { createSmsSettings } from '@curlew/testkit';
import type { SettingsIssue } from '../node-kind.ts';
import type { SmsSettings } from './sms-settings.ts';
import { findSmsIssues } from './sms-issues.ts';
import { sms } from './sms.ts';

const withMessage = (message: string, maximumParts = 1): SmsSettings =>
  createSmsSettings({ versions: [{ language: 'en', message }], maximumParts });

const errorsOf = (settings: SmsSettings): SettingsIssue[] =>
  findSmsIssues(settings).filter(({ severity }) => severity === 'error');
const issuesOf = (settings: SmsSettings): [string, string][] =>
  errorsOf(settings).map(({ code, field }) => [code, field]);

const twice = [['language_twice', 'versions.1.language']];
const missing = [['default_language_missing', 'defaultLanguage']];

it.each([
  ['two versions of one language', { languages: ['en', 'EN'], defaultLanguage: 'en', issues: twice }],
  ['the same with an underscore', { languages: ['pt-BR', 'pt_br'], defaultLanguage: 'pt-BR', issues: twice }],
  ['a default without version', { languages: ['en', 'sk'], defaultLanguage: 'fr', issues: missing }],
  ['a default in other letters', { languages: ['en-GB'], defaultLanguage: ' EN_gb ', issues: [] }],
])('[N21] %s', (_, { languages, defaultLanguage, issues }) => {
  const versions = languages.map((language) => ({ language, message: 'Hello' }));
  expect(issuesOf(createSmsSettings({ versions, defaultLanguage }))).toEqual(issues);
});

it.each([
  ['nothing', '', 'sender_missing'],
  ['blanks', '   ', 'sender_missing'],
  ['only a comment', '{# name of the shop #}', 'sender_missing'],
  ['twelve letters', 'Curlew Shops', 'sender_invalid'],
  ['an accent that GSM lacks', 'Číslo', 'sender_invalid'],
  ['two digits', '12', 'sender_invalid'],
  ['signs only', '24/7', 'sender_invalid'],
  ['a broken template', '{{ project.name', 'sender_template_error'],
])('[N22] refuses as sender %s', (_, sender, code) => {
  expect(issuesOf(createSmsSettings({ sender }))).toEqual([[code, 'sender']]);
});

it.each([
  ['a name with blanks around it', ' Curlew '],
  ['a number', '+447700900000'],
  ['a template', '{{ project.name }}'],
  ['a long template', '{% if customer.vip %}Curlew VIP{% else %}Curlew{% endif %}'],
  ['a comment and a name', '{# the shop #}Curlew'],
  ['a brace that is text', 'a{b}c'],
])('[N22] takes as sender %s', (_, sender) => {
  expect(issuesOf(createSmsSettings({ sender }))).toEqual([]);
});

it.each([
  ['nothing', '', 'message_missing'],
  ['blanks and line breaks', ' \n\t', 'message_missing'],
  ['only a comment', '{# to be written #}', 'message_missing'],
  ['an open tag', 'Hi {{ customer.first_name', 'template_error'],
  ['an unknown filter', 'Hi {{ customer.first_name|nope }}', 'template_error'],
  ['an unknown tag', 'Hi {% nope %}', 'template_error'],
])('[N23] refuses %s', (_, message, code) => {
  expect(issuesOf(withMessage(message))).toEqual([[code, 'versions.0.message']]);
});

it('[N23] says where a template is broken and, of several, in which version', () => {
  const versions = [
    { language: 'en', message: 'Hello' },
    { language: 'sk', message: 'Ahoj\n{{ x|nope }}' },
  ];
  const [issue] = findSmsIssues(createSmsSettings({ versions }));
  expect(issue).toMatchObject({ code: 'template_error', field: 'versions.1.message' });
  expect(issue?.message).toMatch(/^The message in “sk” has a broken template in line 2, column \d+: /);
});

const letters = (count: number): string => 'x'.repeat(count);

it.each([
  ['one part full', withMessage(letters(160))],
  ['two parts full', withMessage(letters(306), 2)],
  ['one part in Unicode', withMessage('你'.repeat(70))],
  ['a comment beside it', withMessage(`${letters(160)}{# a note #}`)],
  ['a line break at the end', withMessage(`${letters(160)}\n`)],
  ['a variable, however long the rest', withMessage(`${letters(500)}{{ customer.first_name }}`)],
])('[N24] takes %s', (_, settings) => {
  expect(errorsOf(settings)).toEqual([]);
});

const orAllow = 'shorten it or allow more parts';

it.each([
  ['one character more', withMessage(letters(161)), `2 parts and 1 is allowed: ${orAllow}`],
  ['more than two parts', withMessage(letters(307), 2), `3 parts and 2 are allowed: ${orAllow}`],
  ['more than any', withMessage(letters(1_225), 8), '9 parts and 8 are allowed: shorten it'],
  ['more in Unicode', withMessage('你'.repeat(71)), `2 parts and 1 is allowed: ${orAllow}`],
])('[N24] refuses %s', (_, settings, sentence) => {
  const field = 'versions.0.message';
  const message = `The message takes ${sentence}`;
  expect(errorsOf(settings)).toEqual([{ code: 'message_too_long', severity: 'error', field, message }]);
});

it.each([
  ['an empty message', '', 'No message yet'],
  ['a message on one line', ' Hi\n\n  there ', 'Hi there'],
  ['the beginning of a long one', 'x'.repeat(500), `${'x'.repeat(120)}…`],
  ['no half of a pair', `${'x'.repeat(119)}😀 and more`, `${'x'.repeat(119)}…`],
])('[N25] sums up %s', (_, message, summary) => {
  expect(sms.summary(withMessage(message))).toBe(summary);
});

it('[N89] finds what is wrong with the rules of a message, at the field', () => {
  const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
  const silent = { from: '21:00', to: '08:00', silentDays: [...week], timeZone: 'customer' };
  const settings = createSmsSettings({
    silentHours: { of: 'own', value: silent },
    expiry: { of: 'own', value: { amount: 0, unit: 'hours' } },
    eventProperties: [
      { name: '', type: 'text', value: 'a' },
      { name: 'season', type: 'number', value: 'spring' },
    ],
  });
  expect(issuesOf(settings)).toEqual([
    ['always_silent', 'silentHours.value.silentDays'],
    ['expires_at_once', 'expiry.value.amount'],
    ['name_missing', 'eventProperties.0.name'],
    ['value_wrong', 'eventProperties.1.value'],
  ]);
});

it('[N89] warns of a property that Curlew writes itself', () => {
  const settings = createSmsSettings({ eventProperties: [{ name: 'status', type: 'text', value: 'a' }] });
  expect(findSmsIssues(settings)).toContainEqual(
    expect.objectContaining({
      code: 'property_of_curlew',
      severity: 'warning',
      field: 'eventProperties.0.name',
    }),
  );
});

it('[N23] says nothing of the length of a message whose links may be shortened', () => {
  const message = `https://heron.example/${'a'.repeat(200)}`;
  const versions = [{ language: 'en', message }];
  expect(issuesOf(createSmsSettings({ versions }))).toEqual([]);
  expect(issuesOf(createSmsSettings({ versions, linkShortener: 'off' }))).toEqual([
    ['message_too_long', 'versions.0.message'],
  ]);
});
