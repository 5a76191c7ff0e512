import { z } from 'zod';
import { compileTemplate } from '@curlew/jinja';
import { checkSender, countSms, type SenderCheck } from '@curlew/sms';
import type { NodeKindDescription, SettingsIssue } from '../node-kind.ts';

/** One language version of a message; `language` is compared with the customer's `language` attribute. */
export const languageVersionSchema = z.object({
  language: z.string().min(2).max(35),
  message: z.string().max(10_000),
});

export type LanguageVersion = z.infer<typeof languageVersionSchema>;

/** Settings of an SMS node. `null` integration: the project's default; `null` consent category: General (everyone). */
export const smsSettingsSchema = z.object({
  integrationId: z.uuid().nullable().default(null),
  sender: z.string().max(200).default(''),
  defaultLanguage: z.string().min(2).max(35).default('en'),
  versions: z.array(languageVersionSchema).min(1).max(50).default([{ language: 'en', message: '' }]),
  maximumParts: z.int().min(1).max(8).default(1),
  consentCategoryId: z.uuid().nullable().default(null),
});

export type SmsSettings = z.infer<typeof smsSettingsSchema>;

/** The version for a customer's language: exact, then without region (`pt-BR` -> `pt`), else the default. */
export const pickLanguageVersion = (settings: SmsSettings, language: unknown): LanguageVersion => {
  const wanted = typeof language === 'string' ? language.trim().toLowerCase() : '';
  const find = (code: string) => settings.versions.find((version) => version.language.toLowerCase() === code);
  const [withoutRegion = ''] = wanted.split(/[-_]/);
  const version =
    find(wanted) ?? find(withoutRegion) ?? find(settings.defaultLanguage.toLowerCase()) ?? settings.versions[0];
  if (!version) throw new Error('an SMS node has at least one language version, this one has none');
  return version;
};

const senderSentences: Record<Exclude<SenderCheck, { ok: true }>['reason'], string> = {
  empty: 'The sender is empty: type up to 11 letters and digits, or a number',
  too_long: 'The sender is too long: text holds at most 11 characters, a number at most 15 digits',
  too_short: 'The sender is too short: a number has at least 3 digits',
  no_letter: 'The sender needs at least one letter, or only digits',
  bad_character: 'The sender has a character that phones cannot show: use letters, digits and spaces',
};

const isTemplate = (text: string): boolean => text.includes('{{') || text.includes('{%');

const senderIssues = (sender: string): SettingsIssue[] => {
  if (isTemplate(sender)) {
    const compiled = compileTemplate(sender);
    return compiled.ok
      ? []
      : compiled.errors.map(({ message }) => ({
          code: 'sender_template_error',
          severity: 'error',
          field: 'sender',
          message: `The sender's template is broken: ${message}`,
        }));
  }
  const check = checkSender(sender.trim());
  if (check.ok) return [];
  return [
    {
      code: check.reason === 'empty' ? 'sender_missing' : 'sender_invalid',
      severity: 'error',
      field: 'sender',
      message: senderSentences[check.reason],
    },
  ];
};

const versionIssues = (version: LanguageVersion, index: number, maximumParts: number): SettingsIssue[] => {
  const field = `versions.${index}.message`;
  if (version.message.trim() === '') {
    return [
      { code: 'message_missing', severity: 'error', field, message: 'The message is empty: write what customers will read' },
    ];
  }
  const compiled = compileTemplate(version.message);
  if (!compiled.ok) {
    return compiled.errors.map(({ message, line, column }) => ({
      code: 'template_error',
      severity: 'error',
      field,
      message: `The message's template is broken in line ${line}, column ${column}: ${message}`,
    }));
  }
  if (isTemplate(version.message)) return [];
  const { parts } = countSms(version.message);
  if (parts.length <= maximumParts) return [];
  return [
    {
      code: 'message_too_long',
      severity: 'error',
      field,
      message: `The message takes ${parts.length} parts and ${maximumParts} may be used: shorten it or allow more parts`,
    },
  ];
};

const languageIssues = (settings: SmsSettings): SettingsIssue[] => {
  const languages = settings.versions.map((version) => version.language.toLowerCase());
  const issues: SettingsIssue[] = [];
  if (new Set(languages).size < languages.length) {
    issues.push({
      code: 'language_twice',
      severity: 'error',
      field: 'versions',
      message: 'A language has two versions: keep one of them',
    });
  }
  if (!languages.includes(settings.defaultLanguage.toLowerCase())) {
    issues.push({
      code: 'default_language_missing',
      severity: 'error',
      field: 'defaultLanguage',
      message: 'The default language has no version: write one or choose another default',
    });
  }
  return issues;
};

export const sms: NodeKindDescription<'sms', SmsSettings> = {
  kind: 'sms',
  title: 'SMS',
  family: 'message',
  hint: 'Sends one personalised text message',
  hasInput: true,
  outputs: () => [{ id: 'out', label: '' }],
  defaults: () => smsSettingsSchema.parse({}),
  summary: (settings) => {
    const text = pickLanguageVersion(settings, settings.defaultLanguage).message.replaceAll(/\s+/g, ' ').trim();
    return text === '' ? 'No message yet' : text;
  },
  issues: (settings) => [
    ...senderIssues(settings.sender),
    ...languageIssues(settings),
    ...settings.versions.flatMap((version, index) => versionIssues(version, index, settings.maximumParts)),
  ],
};
