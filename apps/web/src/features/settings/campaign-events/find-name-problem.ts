import { hasInvisible } from '@curlew/contract';

/** What is wrong with a name by itself, in words; null: nothing. What others have it for the server knows. */
export const findNameProblem = (name: string): string | null => {
  const typed = name.trim();
  if (typed === '') return 'Campaign events have no name: type one';
  if (hasInvisible(typed)) return 'The name holds a character that nobody sees: type it by hand';
  if (typed === 'consent') return 'Events named consent tell of consents: choose another name';
  return null;
};
