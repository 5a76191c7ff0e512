/** The account or its settings are at fault, not the messages. */
export const CM_ACCOUNT_CODES: ReadonlySet<number> = new Set([101, 102, 103]);

/** CM's own fault: nothing was sent, and it may be tried again. */
export const CM_INTERNAL_CODE = 500;

/** A number that is one by its form, and that CM says is wrong. */
export const CM_NUMBER_CODE = 303;

/** What CM's error codes mean, of a request and of a message (CM's PHP and .NET SDKs). 999, its unknown error, proves nothing. */
export const CM_ERRORS: ReadonlyMap<number, string> = new Map([
  [101, 'CM does not know the product token'],
  [102, 'the balance of the CM account is too low'],
  [103, 'the product token is wrong'],
  [201, 'one or more messages are wrong'],
  [202, 'CM cannot read the request'],
  [203, 'CM cannot read the list of messages'],
  [301, 'the sender is not one that CM takes'],
  [302, 'the recipient is not one that CM takes'],
  [303, 'the number of the recipient is wrong'],
  [304, 'the text is not one that CM takes'],
  [305, 'a setting of the message is wrong'],
  [401, 'held back as spam'],
  [402, 'the recipient is on a blacklist'],
  [403, 'rejected by CM'],
  [500, 'internal error of CM'],
]);
