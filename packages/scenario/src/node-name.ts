import type { ScenarioNode } from './node.ts';
import { nodeKinds } from './node-kinds.ts';

/** A node's name as sentences use it; its kind's title where it has none. */
export const nameOf = (node: ScenarioNode): string => node.name.trim() || nodeKinds[node.kind].title;
