import type { NodeOf } from '@curlew/scenario';

type Repeat = NodeOf<'date_attribute'>['settings']['repeat'];

const dayMs = 86_400_000;
const isLastOfMonth = (day: string): boolean =>
  new Date(Date.parse(day) + dayMs).toISOString().endsWith('-01T00:00:00.000Z');

/** Whether a day of the customer's own comes round on a day (N43); days as `YYYY-MM-DD`. */
export const isAnniversary = (own: string, asked: string, repeat: Repeat): boolean => {
  if (repeat === 'once') return own === asked;
  if (own > asked) return false;
  // A month may have no such day, and has it on its last then; of the months of a year only February may.
  const isSameMonth = repeat === 'monthly' || own.slice(5, 7) === asked.slice(5, 7);
  const [ownDay, askedDay] = [own.slice(8), asked.slice(8)];
  return isSameMonth && (ownDay === askedDay || (ownDay > askedDay && isLastOfMonth(asked)));
};
