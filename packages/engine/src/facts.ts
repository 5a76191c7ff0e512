import type { MessageDefaults } from '@curlew/scenario';
import type { Shortener } from './links/shorten-links.ts';

/** A customer as the engine sees them: loaded for a whole batch, never fetched one by one. */
export interface CustomerFacts {
  readonly id: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Every id by its kind (`registered`, `cookie` ...). */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  readonly phone: {
    /** As it was given; null or empty when there is none. */
    readonly raw: string | null;
    /** `+` and digits; null when `raw` is not a phone number. */
    readonly e164: string | null;
    /** In the United States or one of its territories. */
    readonly isUs: boolean;
    /** ISO 3166-1 alpha-2; left out or null where it is not known. */
    readonly country?: string | null;
  };
  /** Marked as unreachable for good. */
  readonly isUnusable: boolean;
  /** Ids of the categories this customer may be written to under: consent given and still valid, or legitimate interest. */
  readonly grantedConsents: ReadonlySet<string>;
  /**
   * When they got the messages that count, in milliseconds since 1970, by id of the frequency policy; older ones than a rule
   * asks for may be among them. Left out: none.
   */
  readonly frequencyUses?: ReadonlyMap<string, readonly number[]>;
  /** Attributes as JSON.parse gives them, which is what filters ask; left out: they are the same as `attributes`. */
  readonly stored?: Readonly<Record<string, unknown>>;
  /** What they did, as far as conditions of the walk ask; left out: nothing. */
  readonly events?: readonly EventFacts[];
}

/** At most so many messages within so many days of 24 hours. */
export interface FrequencyRule {
  readonly most: number;
  readonly days: number;
}

/** What a project's settings say to a message. */
export interface ProjectFacts {
  readonly id: string;
  readonly name: string;
  /** IANA name of the zone that dates are written in; UTC when it is not given. */
  readonly timeZone?: string;
  readonly isUsEnabled: boolean;
  /** Ids of the categories of kind General: they take no consent, and no refusal either. */
  readonly generalCategories: ReadonlySet<string>;
  /** Ids of all categories that there are; left out: none was deleted. */
  readonly consentCategories?: ReadonlySet<string>;
  /** The rules of each frequency policy, by its id. */
  readonly frequencyPolicies: ReadonlyMap<string, readonly FrequencyRule[]>;
}

/** The scenario a message is of. */
export interface ScenarioFacts {
  readonly id: string;
  readonly name: string;
}

/** The event that brought the customer into the scenario. */
export interface EventFacts {
  readonly type: string;
  /** Milliseconds since 1970, UTC. */
  readonly timestamp: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

/**
 * What a template may ask for and is worked out only then, for one customer. A function that throws a `HostRefusal` makes
 * a template error of its words; one that is left out makes the name unknown.
 */
export interface TemplateSources {
  /** Address of the customer's page of consents. */
  readonly consentPage?: (customerId: string) => string;
  readonly catalogItem?: (catalog: string, id: string) => Readonly<Record<string, unknown>> | undefined;
  /** A figure worked out over the customer's events. */
  readonly aggregate?: (customerId: string, id: string) => unknown;
  /** The segment a customer is in. */
  readonly segmentation?: (customerId: string, id: string) => string | undefined;
}

/** What a message may speak of besides the customer. */
export interface MessageFacts {
  readonly project: ProjectFacts;
  readonly scenario: ScenarioFacts;
  /** The type of the project's campaign events; `campaign` where it is left out. */
  readonly campaignEvent?: string;
  /** What messages follow where their node says nothing else. */
  readonly defaults: MessageDefaults;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** When the customer came to the node, in milliseconds since 1970, where they were held at it; left out: now. */
  readonly reachedAt?: number;
  /** Left out where no event started the walk. */
  readonly event?: EventFacts;
  /** Answer of the webhook node passed last; null where it had none. */
  readonly webhook?: unknown;
  /** The project's own variables, by name; a name of Curlew's hides one of theirs. */
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly sources?: TemplateSources;
  /** Left out where links cannot be shortened: they stay as they are. */
  readonly shortener?: Shortener;
  /** Names of the attributes that the project takes for dates: what a walk writes there is one for its later templates. */
  readonly dateAttributes?: ReadonlySet<string>;
  /** What a phone is that a walk writes, by the attribute's value; left out: the phone stays what it was. */
  readonly readPhone?: (value: unknown) => CustomerFacts['phone'];
  /** A new token by which a web page learns who a message went to; left out: `iitt` is unknown. */
  readonly newIdentityToken?: () => string;
  /** Numbers from 0 up to 1 by a seed, for what chance decides; those of `createChance` where it is left out. */
  readonly chance?: (seed: string) => () => number;
}
