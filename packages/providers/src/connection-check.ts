import type { CallResult } from './call-operator.ts';

/**
 * What came of asking an operator whether it would take messages, with a request that sends none. `said`: a sentence for the
 * owner of the project, which holds no secret. `unclear`: nothing was learned about the settings.
 */
export type ConnectionCheck =
  | { readonly ok: true; readonly said: string }
  | {
      readonly ok: false;
      readonly reason: 'refused_credentials' | 'wrong_address' | 'unreachable' | 'unclear';
      readonly said: string;
    };

/** What a request says that got no answer. */
export function readNoAnswer(
  title: string,
  result: Exclude<CallResult, { kind: 'answered' }>,
): ConnectionCheck {
  return result.kind === 'not_sent'
    ? {
        ok: false,
        reason: 'unreachable',
        said: `${title} was not asked: ${result.error}. Check the address, and try again.`,
      }
    : {
        ok: false,
        reason: 'unclear',
        said: `${title} was asked, and ${result.error}. Try again in a moment.`,
      };
}
