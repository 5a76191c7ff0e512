import type { SettingsIssue } from '../node-kind.ts';
import { fieldError, fieldWarning } from '../settings/field-issues.ts';
import { findNamedValueIssues } from '../settings/named-values.ts';
import { findSilentHoursIssues } from './silent-hours.ts';
import type { SmsSettings } from './sms-settings.ts';

/** What a campaign event says by itself; see product rule 5. */
const campaignProperties: ReadonlySet<string> = new Set([
  'action_id',
  'action_name',
  'action_type',
  'campaign_id',
  'campaign_name',
  'campaign_policy',
  'consent_category',
  'encoding',
  'error',
  'language',
  'message',
  'message_id',
  'message_parts',
  'provider',
  'recipient',
  'sender',
  'sent_timestamp',
  'status',
  'status_code',
  'type',
  'url',
  'utm_campaign',
  'utm_content',
  'utm_medium',
  'utm_source',
  'utm_term',
  'variant',
]);

const silentHoursIssues = ({ silentHours }: SmsSettings): SettingsIssue[] =>
  silentHours.of === 'own'
    ? findSilentHoursIssues(silentHours.value).map((issue) => ({
        ...issue,
        field: `silentHours.value.${issue.field}`,
      }))
    : [];

const expiryIssues = ({ expiry }: SmsSettings): SettingsIssue[] =>
  expiry.of === 'own' && expiry.value.amount === 0
    ? [
        fieldError(
          'expires_at_once',
          'expiry.value.amount',
          'The message expires at once, nobody would get it: give it at least a minute',
        ),
      ]
    : [];

const propertyIssues = ({ eventProperties }: SmsSettings): SettingsIssue[] => [
  ...findNamedValueIssues(eventProperties, { field: 'eventProperties', what: 'property' }),
  ...eventProperties.flatMap(({ name }, index): SettingsIssue[] =>
    campaignProperties.has(name.trim())
      ? [
          fieldWarning(
            'property_of_curlew',
            `eventProperties.${index}.name`,
            `Curlew writes “${name.trim()}” itself, so this value is left out: choose another name`,
          ),
        ]
      : [],
  ),
];

/** What is wrong with the rules a message follows and the properties its events get. */
export const findMessageRuleIssues = (settings: SmsSettings): SettingsIssue[] => [
  ...silentHoursIssues(settings),
  ...expiryIssues(settings),
  ...propertyIssues(settings),
];
