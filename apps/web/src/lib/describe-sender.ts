import { checkSender } from '@curlew/sms';

/** What a good sender means for replies; null while there is nothing to say. */
export const describeSender = (sender: string): string | null => {
  if (sender.includes('{{') || sender.includes('{%'))
    return 'Filled in for each customer: up to 11 letters and digits, or a number.';
  const check = checkSender(sender.trim());
  if (!check.ok) return null;
  return check.kind === 'text'
    ? 'Customers cannot reply to a text sender.'
    : 'Customers can reply where the operator carries replies to this number.';
};
