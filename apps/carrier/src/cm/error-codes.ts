/** CM's error codes, as `errorCode` of an answer or `messageErrorCode` of a message. */
export const cmErrors = {
  101: 'The request could not be authenticated',
  102: 'The balance is too low',
  103: 'The product token is wrong',
  201: 'Some of the messages are in error',
  202: 'The request is not well-formed JSON of the right types',
  203: 'The array messages.msg is wrong',
  301: 'The field from is wrong',
  302: 'The field to is wrong',
  303: 'A phone number in the field to is wrong',
  304: 'The field body is wrong',
  305: 'A field is wrong',
  401: 'Filtered as spam',
  402: 'Blacklisted',
  403: 'Rejected',
  500: 'Internal error',
  999: 'Unknown error',
} as const;

export type CmErrorCode = keyof typeof cmErrors;
