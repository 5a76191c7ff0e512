import type { Encoding } from '@curlew/sms';
import type { RefusalType } from '../message-decision.ts';
import type { MessageLength } from './measure-message.ts';

/** The least, the most and the sum over all messages that leave. */
export interface Spread {
  readonly least: number;
  readonly most: number;
  readonly total: number;
}

/** Messages that leave to one country in one language version; null: the country of the number is not known. */
export interface AudienceCell {
  readonly country: string | null;
  readonly language: string;
  readonly messages: number;
  readonly parts: number;
}

/** A customer to look at, with the language of their message and how long it is. */
export interface AudienceExample {
  readonly customerId: string;
  readonly language: string;
  readonly length: MessageLength | null;
}

/** What a message comes to over an audience. */
export interface AudienceCount {
  readonly customers: number;
  /** Those that leave; parts and units are theirs. */
  readonly messages: number;
  /** Null where no message leaves. */
  readonly parts: Spread | null;
  readonly units: Spread | null;
  /** Messages by their number of parts, the fewest parts first. */
  readonly byParts: readonly { readonly parts: number; readonly messages: number }[];
  readonly byEncoding: readonly { readonly encoding: Encoding; readonly messages: number }[];
  /** The most frequent first. */
  readonly refusals: readonly {
    readonly status: 'suppressed' | 'enqueue_failed';
    readonly type: RefusalType;
    readonly count: number;
  }[];
  /** The most parts first. */
  readonly cells: readonly AudienceCell[];
  readonly examples: {
    /** By units; also a message that is refused as too long. */
    readonly longest: AudienceExample | null;
    readonly shortest: AudienceExample | null;
    readonly mostParts: AudienceExample | null;
    /** Whose template cannot be rendered. */
    readonly fails: AudienceExample | null;
    readonly noPhone: AudienceExample | null;
    /** One for each language version that some customer picks; where it can be, one whose message leaves. */
    readonly byLanguage: readonly AudienceExample[];
  };
}
