import type { NodeKindDescription } from '../node-kind.ts';
import { pickLanguageVersion } from './language-version.ts';
import { findSmsIssues } from './sms-issues.ts';
import { smsSettingsSchema, type SmsSettings } from './sms-settings.ts';

const summaryLength = 120;

// Never cut inside a pair of surrogates.
const shorten = (text: string): string =>
  text.length <= summaryLength ? text : `${text.slice(0, summaryLength).replace(/[\ud800-\udbff]$/, '')}…`;

export const sms: NodeKindDescription<'sms', SmsSettings> = {
  kind: 'sms',
  title: 'SMS',
  family: 'message',
  hint: 'Sends one personalised text message',
  hasInput: true,
  outputs: () => [{ id: 'out', label: '' }],
  defaults: () => smsSettingsSchema.parse({}),
  summary: (settings) => {
    const { message } = pickLanguageVersion(settings, settings.defaultLanguage);
    const text = message.replaceAll(/\s+/g, ' ').trim();
    return text === '' ? 'No message yet' : shorten(text);
  },
  issues: findSmsIssues,
};
