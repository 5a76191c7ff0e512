import type { ScenarioIssue, ScenarioNode } from '@curlew/scenario';
import { createContext, use } from 'react';
import type { ReadChange } from './read-change.ts';
import type { SettingsPath } from './settings-path.ts';

/** What the fields of a panel share. */
export interface SettingsTools {
  readonly projectId: string;
  readonly node: ScenarioNode;
  readonly isReadOnly: boolean;
  readonly issues: readonly ScenarioIssue[];
  readonly read: (path: SettingsPath, value: unknown) => ReadChange;
  /** Writes what is typed: more of it within a moment is the same step. What the schema refuses is not written. */
  readonly type: (path: SettingsPath, value: unknown) => void;
  /** Writes what was chosen, added or removed: a step of its own. What was added may take the focus, by its first field. */
  readonly choose: (path: SettingsPath, value: unknown, focus?: SettingsPath) => void;
}

export const SettingsContext = createContext<SettingsTools | null>(null);

export const useSettings = (): SettingsTools => {
  const tools = use(SettingsContext);
  if (!tools) throw new Error('A field stands outside of a settings form.');
  return tools;
};
