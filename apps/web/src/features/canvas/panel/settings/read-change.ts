import { nodeSchema, type ScenarioNode } from '@curlew/scenario';
import { changeAt } from './change-at.ts';

export type ReadChange =
  | { readonly ok: true; readonly node: ScenarioNode }
  | {
      readonly ok: false;
      /** Why the value cannot be saved. */
      readonly message: string;
    };

/** The node with another value at a path of its settings, where its schema takes it. */
export const readChange = (node: ScenarioNode, path: string, value: unknown): ReadChange => {
  const parsed = nodeSchema.safeParse({ ...node, settings: changeAt(node.settings, path, value) });
  if (parsed.success) return { ok: true, node: parsed.data };
  const { issues } = parsed.error;
  const own = issues.find((issue) => issue.path.join('.') === `settings.${path}`);
  return { ok: false, message: (own ?? issues[0])?.message ?? 'This cannot be saved' };
};
