import type { NodeKind } from '@curlew/scenario';

/** What else people look for a kind by. */
export const kindWords: { readonly [K in NodeKind]: string } = {
  now: 'start immediately at once broadcast blast',
  on_date: 'schedule calendar time once',
  repeat: 'cron recurring schedule every day',
  on_event: 'trigger behaviour action purchase',
  date_attribute: 'anniversary renewal expiry',
  api: 'http request program transactional',
  condition: 'if else filter segment audience branch yes no',
  wait: 'delay pause timer sleep until',
  silent_hours: 'quiet hours night do not disturb',
  split: 'a/b test experiment random percent variant',
  limit: 'cap maximum throttle quota',
  sms: 'text message send',
  webhook: 'http request api call url post',
  set_attribute: 'update property profile field',
  track_event: 'log record',
  change_consent: 'subscribe unsubscribe opt in out permission',
};
