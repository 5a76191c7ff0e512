import type { ScenarioIssue, ScenarioNode } from '@curlew/scenario';
import type { FieldFocus } from '../state/session-store.ts';
import type { WayToNode } from './way-to-node.ts';

/** What the content of the side panel can do, and has to know. */
export interface PanelTools {
  readonly isReadOnly: boolean;
  /** The problems of this node. */
  readonly issues: readonly ScenarioIssue[];
  /** What customers have been through before. */
  readonly way: WayToNode;
  /** A field asks for the focus; a new object each time it does. */
  readonly fieldFocus: FieldFocus | null;
  /** The node with its new settings, and which field was changed: typing in one field is one step to undo. */
  readonly change: (node: ScenarioNode, field: string) => void;
  /** The next change of the same field is a step of its own. */
  readonly closeStep: () => void;
}
