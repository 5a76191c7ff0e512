import type { SettingsIssue } from '../node-kind.ts';
import { fieldError, fieldWarning } from '../settings/field-issues.ts';
import { findNamedValueIssues } from '../settings/named-values.ts';
import { isCampaignProperty } from './campaign-properties.ts';
import { findSilentHoursIssues } from './silent-hours.ts';
import type { SmsSettings } from './sms-settings.ts';

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
    isCampaignProperty(name.trim())
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
