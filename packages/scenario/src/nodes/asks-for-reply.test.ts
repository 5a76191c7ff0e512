import { createSmsSettings } from '@curlew/testkit';
import { expect, it } from 'vitest';
import { asksForReply } from './asks-for-reply.ts';
import { findSmsIssues } from './sms-issues.ts';
import type { SmsSettings } from './sms-settings.ts';

it.each([
  'Reply STOP to unsubscribe',
  'REPLY STOP TO UNSUBSCRIBE',
  'Interested? Reply to this message with YES.',
  'Reply Y to confirm, N to cancel',
  'reply 1 for pizza',
  'Text WIN24 to 60777',
  'Want it? Send “YES” to 60777!',
  'Text YES back to us',
  'Hi {{ customer.first_name }}, reply HELP for help',
  'Antworten Sie mit JA',
  'Antworte STOPP zum Abmelden',
  'Senden Sie STOP an 12345',
  'Odpovedzte ÁNO na túto správu',
  'Pošlite STOP na 6677',
  'Odpovězte ANO',
  'Odpowiedz STOP, aby zrezygnować',
  'Wyślij STOP na 7000',
  'Responde BAJA para no recibir más',
  'Répondez STOP pour ne plus recevoir',
  'Rispondi STOP per cancellarti',
  'Antwoord STOP om af te melden',
])('[N74] sees that “%s” asks for a reply', (message) => {
  expect(asksForReply(message)).toBe(true);
});

it.each([
  'Your parcel is here',
  'This text is from ACME, call 60777',
  'The text from SHOP to 60777 is a fraud',
  'SEND is our new brand: up to 50 % off',
  'We send ALL orders today',
  'You can send US a letter',
  'SEND SALE NOW',
  'Do not reply to this SMS',
  'Please don’t reply to this SMS',
  "Please don't reply STOP here, use the link",
  'Reply to this SMS',
  'Thanks for your reply, VIP members get more',
  'We reply 7 days a week',
  'Bitte antworten Sie nicht auf diese SMS',
  'Neodpovedajte na túto SMS',
  'No responda a este SMS',
  'Visit SHOP.EXAMPLE. Reply times vary. STOP worrying',
  '{# reply STOP #}Hello',
  'Text {{ customer.WORD }} and 60777',
  '',
])('[N74] does not suspect “%s”', (message) => {
  expect(asksForReply(message)).toBe(false);
});

const asking = { language: 'en', message: 'Reply YES to confirm' };
const telling = { language: 'de', message: 'Hallo' };

it.each<[string, Partial<SmsSettings>, string[]]>([
  ['letters and a question', { sender: 'Curlew', versions: [asking] }, ['no_reply_possible']],
  [
    'letters and a question in one version',
    { sender: 'Curlew', versions: [telling, asking] },
    ['no_reply_possible'],
  ],
  ['letters and no question', { sender: 'Curlew', versions: [telling] }, []],
  ['a number', { sender: '+447700900000', versions: [asking] }, []],
  ['a template', { sender: '{{ project.sender }}', versions: [asking] }, []],
  ['no sender', { sender: '', versions: [asking] }, []],
])('[N74] of %s', (_, changes, codes) => {
  const consentCategoryId = '01a20242-d422-714d-a856-e14b220af4d1';
  const settings = createSmsSettings({ consentCategoryId, ...changes });
  const warnings = findSmsIssues(settings).filter(({ severity }) => severity === 'warning');
  expect(warnings.map(({ code }) => code)).toEqual(codes);
});

it('[N73] warns of a message without consent category', () => {
  expect(findSmsIssues(createSmsSettings())).toMatchObject([
    { code: 'no_consent_category_chosen', severity: 'warning', field: 'consentCategoryId' },
  ]);
  expect(
    findSmsIssues(createSmsSettings({ consentCategoryId: '01a20242-d422-714d-a856-e14b220af4d1' })),
  ).toEqual([]);
});
