import { z } from 'zod';
import { readJson } from '../json.ts';
import { cleanOperatorText } from '../operator-text.ts';
import type { SinchSecrets } from './settings.ts';

const code = z.union([z.string(), z.number()]).transform(String);

// Documented as `code` and `text`; other pages of the vendor show the two other forms.
const errorSchema = z.union([
  z.object({ code, text: z.string() }),
  z.object({ error: z.object({ code, message: z.string() }) }).transform(({ error }) => ({
    code: error.code,
    text: error.message,
  })),
  z.object({ title: z.string(), detail: z.string().optional() }).transform(({ title, detail }) => ({
    code: title,
    text: detail ?? title,
  })),
]);

/** Why Sinch refused. Without a body that says so, the HTTP status stands in for the code. */
export interface SinchError {
  readonly code: string;
  readonly text: string;
  /** Whether the body says so; else it is cut off, or of something in front of Sinch. */
  readonly isSaid: boolean;
}

/** Reads the body of a refusal, whatever it is. */
export function readSinchError(
  answer: { readonly status: number; readonly body: string | null },
  secrets: SinchSecrets,
): SinchError {
  const parsed = errorSchema.safeParse(readJson(answer.body));
  if (!parsed.success)
    return {
      code: `http_${answer.status}`,
      text: `the operator answered ${answer.status}`,
      isSaid: false,
    };
  const clean = (text: string) => cleanOperatorText(text, [secrets.apiToken, secrets.callbackSecret]);
  return { code: clean(parsed.data.code), text: clean(parsed.data.text), isSaid: true };
}
