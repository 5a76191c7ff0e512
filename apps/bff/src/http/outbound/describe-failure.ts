import { BlockedTarget } from './guarded-lookup.ts';

/** Why there is no answer, in words without full stop. */
export interface CallFailure {
  readonly ok: false;
  readonly reason: 'address' | 'blocked' | 'timeout' | 'connection';
  readonly message: string;
}

/** Codes of Node and of OpenSSL; certificates have dozens and are told by their beginning. */
const sentences: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the name is not known: check the address',
  EAI_AGAIN: 'the name could not be looked up now: try again',
  ECONNREFUSED: 'nothing answers at this port: check the address, and that the server runs',
  ECONNRESET: 'the server broke the connection off',
  EPIPE: 'the server broke the connection off',
  EHOSTUNREACH: 'there is no way to this server',
  ENETUNREACH: 'there is no way to this server',
  ETIMEDOUT: 'the server does not answer',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by nobody who is trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate is signed by nobody who is trusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its certificate is signed by nobody who is trusted',
  HPE_HEADER_OVERFLOW: 'the headers of its answer are too long',
};

const sentenceOf = (code: string): string => {
  const known = sentences[code];
  if (known !== undefined) return known;
  if (/^(?:ERR_SSL|EPROTO|CERT_|ERR_TLS)/.test(code)) return 'no encrypted connection could be agreed on';
  if (code.startsWith('HPE_')) return 'what it answers is not HTTP';
  return `the connection failed (${code})`;
};

// Of several addresses that were tried, the first that failed.
const codeOf = (cause: unknown): string => {
  if (cause instanceof AggregateError && cause.errors.length > 0) return codeOf(cause.errors[0]);
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return 'unknown';
};

/** What went wrong on the way to a host. Names no address that the host resolved to. */
export const describeFailure = (cause: unknown, host: string): CallFailure =>
  cause instanceof BlockedTarget
    ? {
        ok: false,
        reason: 'blocked',
        message: `“${host}” leads to a private or reserved network, where requests do not go: use a public address, or have whoever runs Curlew allow it`,
      }
    : {
        ok: false,
        reason: 'connection',
        message: `No answer from “${host}”: ${sentenceOf(codeOf(cause))}`,
      };
