export type NodeFamily = 'trigger' | 'flow' | 'message' | 'data';

export interface NodeOutput {
  readonly id: string;
  /** Shown on the edge; empty when the node has one output. */
  readonly label: string;
}

/** A problem in a node's settings; `field` is the dotted path inside `settings`. */
export interface SettingsIssue {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly field: string;
  readonly message: string;
}

/** What a node kind is, for palette, canvas and checks alike. */
export interface NodeKindDescription<Kind extends string, Settings> {
  readonly kind: Kind;
  readonly title: string;
  readonly family: NodeFamily;
  readonly hint: string;
  readonly hasInput: boolean;
  outputs(settings: Settings): readonly NodeOutput[];
  defaults(): Settings;
  /** One line in words that says what the node does. */
  summary(settings: Settings): string;
  issues(settings: Settings): readonly SettingsIssue[];
}
