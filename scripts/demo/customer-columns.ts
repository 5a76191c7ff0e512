/** The header of the customer files. */
export const customerColumns = [
  'registered',
  'cookie',
  'first_name',
  'last_name',
  'email',
  'phone',
  'language',
  'city',
  'country',
  'date_of_birth',
  'vip',
  'loyalty_points',
  'balance',
  'last_order_total',
  'favourite_category',
  'signup_date',
  'consent_marketing',
  'consent_newsletter',
  'tags',
  'time_zone',
] as const;

export type CustomerColumn = (typeof customerColumns)[number];
