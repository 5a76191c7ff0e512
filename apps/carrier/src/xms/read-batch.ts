import { isGroupId } from './phone-number.ts';
import { parseBatchRequest } from './batch-request.ts';
import type { BatchRequest } from './batch-request.ts';
import { refuseIssue } from './refusal.ts';
import type { Refusal } from './refusal.ts';

export type ReadBatch =
  | { readonly ok: true; readonly request: BatchRequest }
  | { readonly ok: false; readonly refusal: Refusal };

/** Parses a batch and applies the rules that need to know the plan: syntax first, then groups, then the callback. */
export function readBatch(
  body: unknown,
  plan: { readonly parameterLength: number; readonly now: number; readonly callbackUrl: string | undefined },
): ReadBatch {
  const parsed = parseBatchRequest(body, plan);
  if (!parsed.ok) return { ok: false, refusal: refuseIssue(parsed.issue, body) };
  const { request } = parsed;
  const group = request.to.find(isGroupId);
  if (group !== undefined) {
    return forbid('unknown_group', `Group ${group} does not exist`);
  }
  const url = request.callback_url ?? plan.callbackUrl;
  if (request.delivery_report !== 'none' && url === undefined) {
    return forbid(
      'missing_callback_url',
      'Delivery reports were asked for, but neither batch nor plan has a callback_url',
    );
  }
  return { ok: true, request };
}

function forbid(code: 'unknown_group' | 'missing_callback_url', text: string): ReadBatch {
  return { ok: false, refusal: { status: 403, code, text } };
}
