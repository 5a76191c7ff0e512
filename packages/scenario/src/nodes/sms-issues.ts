import { compileTemplate, renderTemplate } from '@curlew/jinja';
import { checkSender, countSms, type SenderFault } from '@curlew/sms';
import type { SettingsIssue } from '../node-kind.ts';
import { fieldError, fieldWarning } from '../settings/field-issues.ts';
import { isTemplate } from '../settings/template-issues.ts';
import { asksForReply } from './asks-for-reply.ts';
import { canonicalLanguage, type LanguageVersion } from './language-version.ts';
import { findMessageRuleIssues } from './message-rule-issues.ts';
import { mostParts, type SmsSettings } from './sms-settings.ts';

const senderSentences: { readonly [F in SenderFault]: string } = {
  empty: 'The sender is empty: type up to 11 letters and digits, or a number',
  too_long: 'The sender is too long: shorten it to 11 characters, or a number to 15 digits',
  too_short: 'The sender is too short: a number has at least 3 digits',
  no_letter: 'The sender has no letter: add one, or use digits only',
  bad_character:
    'The sender has a character that senders cannot have: use letters without accents and digits',
};

type Known =
  | { readonly kind: 'broken'; readonly problems: readonly string[] }
  | { readonly kind: 'fixed'; readonly text: string }
  | { readonly kind: 'open' };

/** What can be said of a template without a customer: its mistakes, or the text it is for everyone, or neither. */
const examineTemplate = (source: string): Known => {
  const compiled = compileTemplate(source);
  if (!compiled.ok) {
    const problems = compiled.errors.map(
      ({ message, line, column }) => `line ${line}, column ${column}: ${message}`,
    );
    return { kind: 'broken', problems };
  }
  // What differs by customer is known only when it is rendered; comments and plain text are the same for everyone.
  if (isTemplate(source)) return { kind: 'open' };
  const rendered = renderTemplate(compiled.template, {});
  return rendered.ok
    ? { kind: 'fixed', text: rendered.text }
    : { kind: 'broken', problems: [rendered.error.message] };
};

/** What is wrong with a sender that is the same for everyone, and with the template of any other; at the field `sender`. */
export const findSenderIssues = (sender: string): SettingsIssue[] => {
  const known = examineTemplate(sender.trim());
  if (known.kind === 'open') return [];
  if (known.kind === 'broken') {
    return known.problems.map((problem) =>
      fieldError('sender_template_error', 'sender', `The sender's template is broken in ${problem}`),
    );
  }
  const check = checkSender(known.text.trim());
  if (check.ok) return [];
  const code = check.reason === 'empty' ? 'sender_missing' : 'sender_invalid';
  return [fieldError(code, 'sender', senderSentences[check.reason])];
};

const lengthSentence = (subject: string, parts: number, maximumParts: number): string => {
  const allowed = maximumParts === 1 ? '1 is allowed' : `${maximumParts} are allowed`;
  const remedy = maximumParts === mostParts ? 'shorten it' : 'shorten it or allow more parts';
  return `${subject} takes ${parts} parts and ${allowed}: ${remedy}`;
};

const versionIssues = (
  { language, message }: LanguageVersion,
  index: number,
  { versions, maximumParts, linkShortener }: SmsSettings,
): SettingsIssue[] => {
  const field = `versions.${index}.message`;
  const subject = versions.length === 1 ? 'The message' : `The message in “${language}”`;
  const known = examineTemplate(message);
  if (known.kind === 'open') return [];
  if (known.kind === 'broken') {
    return known.problems.map((problem) =>
      fieldError('template_error', field, `${subject} has a broken template in ${problem}`),
    );
  }
  if (known.text.trim() === '') {
    return [fieldError('message_missing', field, `${subject} is empty: write what customers will read`)];
  }
  // Short links are of another length, and whether there are any may be for the project to say.
  if (linkShortener !== 'off' && known.text.includes('://')) return [];
  const parts = countSms(known.text).parts.length;
  return parts > maximumParts
    ? [fieldError('message_too_long', field, lengthSentence(subject, parts, maximumParts))]
    : [];
};

const languageIssues = ({ versions, defaultLanguage }: SmsSettings): SettingsIssue[] => {
  const tags = versions.map((version) => canonicalLanguage(version.language));
  const issues = versions.flatMap(({ language }, index): SettingsIssue[] =>
    tags.indexOf(tags[index] ?? '') === index
      ? []
      : [
          fieldError(
            'language_twice',
            `versions.${index}.language`,
            `“${language}” has two versions: delete one of them`,
          ),
        ],
  );
  if (!tags.includes(canonicalLanguage(defaultLanguage))) {
    const message = `The default language “${defaultLanguage}” has no version: write one or choose another default`;
    issues.push(fieldError('default_language_missing', 'defaultLanguage', message));
  }
  return issues;
};

const likelyMistakes = ({ sender, versions, consentCategoryId }: SmsSettings): SettingsIssue[] => {
  const issues: SettingsIssue[] = [];
  if (consentCategoryId === null) {
    const message = 'Everyone gets this message, whether or not they agreed to it: choose a consent category';
    issues.push(fieldWarning('no_consent_category_chosen', 'consentCategoryId', message));
  }
  const isText = /\p{L}/u.test(sender) && !isTemplate(sender);
  const asking = versions.find(({ message }) => asksForReply(message));
  if (isText && asking) {
    const subject = versions.length === 1 ? 'The message' : `The message in “${asking.language}”`;
    const message = `${subject} asks for a reply, and nobody can reply to “${sender.trim()}”: use a number as the sender`;
    issues.push(fieldWarning('no_reply_possible', 'sender', message));
  }
  return issues;
};

/** Every problem of an SMS node's settings that shows without a customer: sender, languages, then each message. */
export const findSmsIssues = (settings: SmsSettings): SettingsIssue[] => [
  ...findSenderIssues(settings.sender),
  ...languageIssues(settings),
  ...settings.versions.flatMap((version, index) => versionIssues(version, index, settings)),
  ...findMessageRuleIssues(settings),
  ...likelyMistakes(settings),
];
