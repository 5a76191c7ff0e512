/** A problem of a scenario: where it is and, in words, how to mend it. Errors forbid the start, warnings do not. */
export interface ScenarioIssue {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  /** Null when the whole scenario is meant. */
  readonly nodeId: string | null;
  /** Dotted path inside the node's settings; null when the node itself is meant. */
  readonly field: string | null;
  /** One sentence without its full stop: what is wrong, then what to do. */
  readonly message: string;
}
