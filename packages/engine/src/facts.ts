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
  };
  /** Marked as unreachable for good. */
  readonly isUnusable: boolean;
  /** Ids of the categories whose consent is granted and still valid. */
  readonly grantedConsents: ReadonlySet<string>;
}

export interface ProjectFacts {
  readonly id: string;
  readonly name: string;
  readonly isUsEnabled: boolean;
  /** Ids of the categories that everyone is in, without a consent of their own. */
  readonly generalCategories: ReadonlySet<string>;
}

export interface ScenarioFacts {
  readonly id: string;
  readonly name: string;
}

/** What a message may speak of besides the customer. */
export interface MessageFacts {
  readonly project: ProjectFacts;
  readonly scenario: ScenarioFacts;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
}
