/**
 * What came of asking an operator whether it would take messages, with a request that sends none. `said`: a sentence for the
 * owner of the project, which holds no secret. `warning`: what will go wrong all the same, likewise. `unclear`: nothing was learned
 * about the settings.
 */
export type ConnectionCheck =
  | { readonly ok: true; readonly said: string; readonly warning?: string }
  | {
      readonly ok: false;
      readonly reason: 'refused_credentials' | 'wrong_address' | 'unreachable' | 'unclear';
      readonly said: string;
    };

type Failure = Exclude<ConnectionCheck, { ok: true }>;

export function failCheck(reason: Failure['reason'], said: string): ConnectionCheck {
  return { ok: false, reason, said };
}

/** What an answer from elsewhere says; null for any other. */
export function readRedirect(status: number): ConnectionCheck | null {
  return status >= 300 && status < 400
    ? failCheck(
        'wrong_address',
        `The server at this address wants to be asked elsewhere (${status}). Check the address.`,
      )
    : null;
}
