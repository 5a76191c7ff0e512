// Failures of the TLS handshake: they come before the first byte of the request.
const HANDSHAKE_CODES: ReadonlySet<string> = new Set([
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

const CONNECTION_CODES: ReadonlySet<string> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  ...HANDSHAKE_CODES,
]);

// Node names the call that failed: these two end before anything is written. The same code (ETIMEDOUT,
// EHOSTUNREACH) from `read` or `write` may come after the request left.
const CONNECTION_CALLS: ReadonlySet<string> = new Set(['connect', 'getaddrinfo']);

// Ports that `fetch` never connects to (Fetch standard, "bad port"); this failure comes without a code.
const BLOCKED_PORT = 'bad port';

/** The code with which a guarded `fetch` fails that calls nobody in a private network. */
export const BLOCKED_TARGET = 'a private network';

/** Why a `fetch` failed. `left`: the request may have reached the other end. */
export interface NetworkFailure {
  readonly left: boolean;
  /** The code of the platform, or `timeout`; never a message, which may quote a header. */
  readonly code: string;
}

/** Reads what `fetch` threw. Whatever it does not know counts as having left. */
export function readNetworkFailure(error: unknown): NetworkFailure {
  if (readText(error, 'name') === 'TimeoutError') return { left: true, code: 'timeout' };
  const cause = readField(error, 'cause');
  const isBlocked = readText(cause, 'message') === BLOCKED_PORT;
  const code = readText(cause, 'code') ?? (isBlocked ? BLOCKED_PORT : 'no reason given');
  return { left: !isBlocked && !isBeforeLeaving(cause), code };
}

function isBeforeLeaving(cause: unknown): boolean {
  // A host with several addresses fails with one error for each of them.
  const each = readField(cause, 'errors');
  if (Array.isArray(each) && each.length > 0) return each.every(isBeforeLeaving);
  const code = readText(cause, 'code');
  const call = readText(cause, 'syscall');
  return (code !== null && CONNECTION_CODES.has(code)) || (call !== null && CONNECTION_CALLS.has(call));
}

function readText(value: unknown, name: string): string | null {
  const field = readField(value, name);
  return typeof field === 'string' ? field : null;
}

function readField(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
