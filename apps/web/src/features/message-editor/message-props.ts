import type { NodeOf, ScenarioIssue, SmsSettings } from '@curlew/scenario';

/** What the panel and the editor of an SMS node are given; both write through `onChange` and keep nothing of their own. */
export interface MessageProps {
  readonly projectId: string;
  readonly scenario: { readonly id: string; readonly name: string };
  readonly node: NodeOf<'sms'>;
  /** The types of the events that can bring a customer here. */
  readonly triggerEvents: readonly string[];
  /** What customers have been through before: which events a walk here starts from, and whether a webhook has answered. */
  readonly way: { readonly startEvents: readonly string[]; readonly hasWebhook: boolean };
  /** The whole settings after a change, and the dotted path of what changed, for undo. */
  readonly onChange: (settings: SmsSettings, change: { readonly field: string }) => void;
  readonly isReadOnly: boolean;
  /** The field to put the focus on, by its dotted path; null: none in particular. */
  readonly focusField: string | null;
  /** The problems of this node. */
  readonly issues: readonly ScenarioIssue[];
}
