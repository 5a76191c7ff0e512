import { customerEventProperties } from '@curlew/contract';
import { findJsonFault } from '@curlew/scenario';
import type { PreviewEvent } from './preview-event-store.ts';

/** Properties that were typed as JSON, or where and why they are none. */
export type TypedProperties =
  | { readonly ok: true; readonly properties: PreviewEvent['properties'] }
  | { readonly ok: false; readonly message: string };

/** Reads what was typed for an event: an object of JSON. */
export const readTypedProperties = (text: string): TypedProperties => {
  const fault = findJsonFault(text);
  if (fault) {
    const place = `Line ${fault.line}, column ${fault.column}`;
    const what = fault.isAtEnd ? 'the text ends too early: close what is open' : 'this is not JSON';
    return { ok: false, message: `${place}: ${what}` };
  }
  const parsed = customerEventProperties.safeParse(JSON.parse(text));
  return parsed.success
    ? { ok: true, properties: parsed.data }
    : { ok: false, message: 'Type an object: names and values between { and }' };
};
