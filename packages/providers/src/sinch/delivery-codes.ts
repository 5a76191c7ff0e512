/** The account is blocked or out of credit. Sinch takes batches all the same, so this is the only word of it. */
export const SINCH_ACCOUNT_CODE = '413';

/** What Sinch's delivery codes from 400 up mean, where the message did not arrive (SMS API, "Error codes"). */
export const SINCH_DELIVERY_ERRORS: ReadonlyMap<string, string> = new Map([
  ['402', 'no route to this number'],
  ['403', 'internal error of the operator'],
  ['404', 'temporary failure of the delivery'],
  ['405', 'the text has a placeholder without a value'],
  ['406', 'expired before it reached the network'],
  ['407', 'cancelled'],
  ['408', 'rejected by the operator'],
  ['410', 'no sender is set up for this destination'],
  ['411', 'the text needs more parts than were counted'],
  ['412', 'the account may not send to this region'],
  [SINCH_ACCOUNT_CODE, 'the account is blocked or out of credit'],
]);
