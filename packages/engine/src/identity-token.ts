import { messageRulesOf, type NodeOf } from '@curlew/scenario';
import type { MessageFacts } from './facts.ts';

/** How many characters a token has: GSM letters and digits, each of one unit, of which no link ends early. */
export const identityTokenLength = 22;

/** What stands in the place of a token where nothing is sent; as long as one, so that counts agree, and worth nothing. */
export const sampleIdentityToken = 'NotARealTokenXXXXXXXXX';

/** The token of one message: made when its template first asks, the same from then on. */
export interface MessageToken {
  /** Undefined where the message tells nobody who its customer is. */
  readonly read: () => string | undefined;
  /** Null where no template has asked. */
  readonly taken: () => string | null;
}

/** What the templates of a message know besides. */
export interface WithToken {
  readonly token?: MessageToken;
}

export const createMessageToken = (node: NodeOf<'sms'>, facts: MessageFacts): MessageToken => {
  const { newIdentityToken, defaults } = facts;
  let token: string | null = null;
  return {
    read: () => {
      if (!newIdentityToken || messageRulesOf(node, defaults).identityTransfer === 'off') return undefined;
      return (token ??= newIdentityToken());
    },
    taken: () => token,
  };
};
