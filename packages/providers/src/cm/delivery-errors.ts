/** Why a message did not arrive, by CM's standard error code (status report guide of CM, an older edition; the current one is not public). */
export const CM_DELIVERY_ERRORS: ReadonlyMap<string, string> = new Map([
  ['5', 'not delivered, and nothing more is known'],
  ['7', 'not delivered yet: the subscriber has too little credit'],
  ['8', 'expired at the operator of the phone'],
  ['20', 'cannot be delivered in this form'],
  ['21', 'expired while the subscriber had too little credit'],
  ['22', 'the subscriber has too little credit'],
  ['23', 'the number is wrong, barred or on a blacklist'],
  ['24', 'the phone is off or out of reach'],
  ['25', 'temporary failure of the network'],
  ['26', 'temporary failure of the phone, perhaps full or busy'],
  ['27', 'the phone cannot take this kind of message'],
  ['28', 'suspected to be spam'],
  ['29', 'the content is not allowed on this network'],
  ['30', 'the subscriber has reached a limit of spending'],
  ['31', 'the subscriber cannot be billed'],
  ['33', 'held back by a parental lock'],
  ['34', 'the check of age has failed'],
  ['35', 'the age was never checked'],
  ['36', 'the age could not be checked'],
  ['37', 'the number is on a national blacklist'],
]);

/** Codes that mean that the number itself is no use and is to be left alone. */
export const CM_NUMBER_CODES: ReadonlySet<string> = new Set(['23', '37']);

/** Codes that come with "failed" and mean that time ran out. */
export const CM_EXPIRY_CODES: ReadonlySet<string> = new Set(['8', '21']);
