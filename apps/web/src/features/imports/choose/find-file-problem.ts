import { sentenceOf } from '../../../lib/error-sentences.ts';

const mostBytes = 50 * 1024 * 1024;

/** Why a file is not worth sending; null: it is. What is wrong inside of it the server tells. */
export const findFileProblem = ({
  name,
  size,
}: {
  readonly name: string;
  readonly size: number;
}): string | null => {
  if (/\.(?:xlsx?|ods|numbers)$/i.test(name))
    return `“${name}” is a spreadsheet. Save it there as “CSV UTF-8”, then choose that file.`;
  if (size === 0)
    return `“${name}” is empty. Choose a file with a header line and one row for each customer.`;
  return size > mostBytes ? sentenceOf('file_too_large') : null;
};
