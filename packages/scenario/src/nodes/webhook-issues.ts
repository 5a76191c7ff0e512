import type { SettingsIssue } from '../node-kind.ts';
import { fieldError, fieldWarning } from '../settings/field-issues.ts';
import { findTemplateIssues, isTemplate } from '../settings/template-issues.ts';

const invalidAddress = (message: string): SettingsIssue[] => [fieldError('url_invalid', 'url', message)];

/** What is wrong with the address of a request, as far as it shows before it is rendered. */
export const findAddressIssues = (url: string): SettingsIssue[] => {
  const address = url.trim();
  if (address === '')
    return [fieldError('url_missing', 'url', 'The address is missing: type one that begins with https://')];
  const broken = findTemplateIssues(address, { field: 'url', subject: 'The address' });
  // One that begins with a template has a protocol only when it is rendered.
  if (broken.length > 0 || /^\{[{%#]/.test(address)) return broken;
  if (!/^https?:\/\//i.test(address))
    return invalidAddress('Requests go to https:// and http:// only: begin the address with https://');
  if (!isTemplate(address) && !URL.canParse(address))
    return invalidAddress(`“${address}” is not an address: check it`);
  if (/^https?:\/\/[^/?#]*@/i.test(address))
    return invalidAddress(
      'The address has a name or password in it: send them in a header, such as Authorization',
    );
  const message = 'The request is sent unencrypted: use https:// where the server can';
  return /^http:/i.test(address) ? [fieldWarning('url_unencrypted', 'url', message)] : [];
};

interface Header {
  readonly name: string;
  readonly value: string;
}

// They say how the request is sent, which is not for its author to say.
const ownHeaders = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

const findNameFault = (name: string, others: readonly string[]): string | null => {
  if (name.trim() === '') return 'The header has no name: type one';
  // RFC 9110, section 5.6.2.
  if (!/^[!#$%&'*+\-.^_`|~\w]+$/.test(name))
    return `“${name}” cannot name a header: use letters, digits and hyphens`;
  if (ownHeaders.has(name.toLowerCase())) return `The header “${name}” is set by Curlew itself: remove it`;
  return others.includes(name.toLowerCase()) ? `The header “${name}” is set twice: remove one of them` : null;
};

/** What is wrong with the headers of a request. */
export const findHeaderIssues = (headers: readonly Header[]): SettingsIssue[] => {
  const names = headers.map(({ name }) => name.toLowerCase());
  return headers.flatMap(({ name, value }, index) => {
    const field = `headers.${index}`;
    const fault = findNameFault(name, names.slice(0, index));
    const subject = `The header “${name}”`;
    const issues = findTemplateIssues(value, { field: `${field}.value`, subject });
    // oxlint-disable-next-line no-control-regex -- they are what is looked for
    if (!isTemplate(value) && /[\0-\x08\x0a-\x1f\x7f]/.test(value)) {
      const message = `${subject} has a line break: write it on one line`;
      issues.push(fieldError('header_value_wrong', `${field}.value`, message));
    }
    return fault === null ? issues : [fieldError('header_name_wrong', `${field}.name`, fault), ...issues];
  });
};
