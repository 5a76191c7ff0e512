import { describe, expect, it } from 'vitest';
import { readNetworkFailure } from './network-failure.ts';

function failed(cause: object): Error {
  return new TypeError('fetch failed', { cause });
}

const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED', syscall: 'connect' });
const reset = Object.assign(new Error('read'), { code: 'ECONNRESET', syscall: 'read' });

describe('readNetworkFailure', () => {
  it.each([
    ['a closed port', refused, 'ECONNREFUSED'],
    ['no such host', { code: 'ENOTFOUND', syscall: 'getaddrinfo' }, 'ENOTFOUND'],
    ['no name server', { code: 'EAI_AGAIN', syscall: 'getaddrinfo' }, 'EAI_AGAIN'],
    ['no route while connecting', { code: 'EHOSTUNREACH', syscall: 'connect' }, 'EHOSTUNREACH'],
    ['a slow connection', { code: 'UND_ERR_CONNECT_TIMEOUT' }, 'UND_ERR_CONNECT_TIMEOUT'],
    ['an expired certificate', { code: 'CERT_HAS_EXPIRED' }, 'CERT_HAS_EXPIRED'],
    ['a port that is never opened', new Error('bad port'), 'bad port'],
    [
      'every address of a host refusing',
      Object.assign(new AggregateError([refused, refused]), { code: 'ECONNREFUSED' }),
      'ECONNREFUSED',
    ],
  ])('[P6] %s comes before the request left', (_, cause, code) => {
    expect(readNetworkFailure(failed(cause))).toEqual({ left: false, code });
  });

  it.each([
    ['a reset while reading', reset, 'ECONNRESET'],
    ['a broken pipe', { code: 'EPIPE', syscall: 'write' }, 'EPIPE'],
    ['no route while reading', { code: 'EHOSTUNREACH', syscall: 'read' }, 'EHOSTUNREACH'],
    ['a closed socket', { code: 'UND_ERR_SOCKET' }, 'UND_ERR_SOCKET'],
    [
      'one address refusing, one resetting',
      Object.assign(new AggregateError([refused, reset]), { code: 'ECONNREFUSED' }),
      'ECONNREFUSED',
    ],
    ['a cause without a code', new Error('something'), 'no reason given'],
  ])('[P7] %s may come after the request left', (_, cause, code) => {
    expect(readNetworkFailure(failed(cause))).toEqual({ left: true, code });
  });

  it.each([
    [new DOMException('x', 'TimeoutError'), 'timeout'],
    ['text', 'no reason given'],
    [null, 'no reason given'],
  ])('[P7] anything else may come after the request left: %s', (error, code) => {
    expect(readNetworkFailure(error)).toEqual({ left: true, code });
  });
});
