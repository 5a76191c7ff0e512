import { z } from 'zod';
import { readJson } from '../json.ts';
import { cleanOperatorText } from '../operator-text.ts';
import type { CmSecrets } from './settings.ts';

const entrySchema = z.object({
  to: z.string().nullish(),
  status: z.enum(['Accepted', 'Rejected']),
  reference: z.string().nullish(),
  messageDetails: z.string().nullish(),
  messageErrorCode: z.int(),
});

const answerSchema = z.object({
  errorCode: z.int(),
  messages: z.array(entrySchema).nullish(),
});

const detailsSchema = z.object({ details: z.string().min(1) });

/** What CM says of one message. */
export type CmEntry = z.infer<typeof entrySchema>;

/** What CM says of a request. */
export interface CmAnswer {
  readonly errorCode: number;
  readonly entries: readonly CmEntry[];
}

/** Reads the body of an answer; null when it is none of CM's. */
export function readCmAnswer(body: string | null): CmAnswer | null {
  const parsed = answerSchema.safeParse(readJson(body));
  return parsed.success ? { errorCode: parsed.data.errorCode, entries: parsed.data.messages ?? [] } : null;
}

/** What an answer says in words, whatever else it is. */
export function readCmDetails(
  { status, body }: { readonly status: number; readonly body: string | null },
  secrets: CmSecrets,
): string {
  const parsed = detailsSchema.safeParse(readJson(body));
  const said = parsed.success ? cleanOperatorText(parsed.data.details, [secrets.productToken]) : '';
  return said || `the operator answered ${status}`;
}
