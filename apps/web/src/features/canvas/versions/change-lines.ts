import {
  type CanvasNote,
  describeNode,
  type DocumentDiff,
  nodeKinds,
  type ScenarioDocument,
  type ScenarioEdge,
  type ScenarioNode,
  type SettingChange,
} from '@curlew/scenario';
import type { ChangeKind } from './change-looks.ts';

/** One entry of what changed. */
export interface ChangeLine {
  readonly key: string;
  readonly how: ChangeKind;
  /** `SMS Spring`, `Connection from Now to SMS`. */
  readonly title: string;
  /** What of it is other; nothing where it is added, removed or moved as a whole. */
  readonly changes: readonly SettingChange[];
  /** What it is about, on the canvas. */
  readonly elementIds: readonly string[];
}

/** `SMS Spring`; a name that says its kind stands alone. */
const titleOf = ({ kind, name }: ScenarioNode): string => {
  const { title } = nodeKinds[kind];
  if (name === '') return title;
  return name.toLowerCase().includes(title.toLowerCase()) ? name : `${title} ${name}`;
};

const textOf = ({ text }: CanvasNote): string => {
  const [line = ''] = text.trim().split('\n');
  return line === '' ? 'Empty note' : `Note “${line.length > 40 ? `${line.slice(0, 39)}…` : line}”`;
};

const noteChanges = (before: CanvasNote, after: CanvasNote): readonly SettingChange[] => {
  const changes: readonly SettingChange[] = [
    { field: 'text', label: 'text', before: before.text, after: after.text, form: 'text' },
    { field: 'colour', label: 'colour', before: before.colour, after: after.colour, form: 'value' },
  ];
  return changes.filter((change) => change.before !== change.after);
};

type NodesById = ReadonlyMap<string, ScenarioNode>;

const edgeTitle = ({ source, output, target }: ScenarioEdge, nodes: NodesById): string => {
  const [from, to] = [nodes.get(source), nodes.get(target)];
  const label = from ? describeNode(from).outputs.find(({ id }) => id === output)?.label : undefined;
  const by = label ? `, ${label},` : '';
  return `Connection from ${from ? titleOf(from) : 'a node'}${by} to ${to ? titleOf(to) : 'a node'}`;
};

/** Everything that changed, in words: nodes, connections, notes; what only moved comes last. */
export const changeLinesOf = (
  diff: DocumentDiff,
  before: ScenarioDocument,
  after: ScenarioDocument,
): readonly ChangeLine[] => {
  const nodes: NodesById = new Map([...before.nodes, ...after.nodes].map((node) => [node.id, node]));
  const nodeLines = diff.nodes.map((one): ChangeLine => {
    const node = one.how === 'removed' ? one.before : one.after;
    const changes = one.how === 'changed' ? one.settings : [];
    return {
      key: `node ${node.id}`,
      how: one.how,
      title: titleOf(one.how === 'changed' ? one.before : node),
      changes,
      elementIds: [node.id],
    };
  });
  const edgeLines = diff.edges.map((one): ChangeLine => {
    const edge = one.how === 'removed' ? one.before : one.after;
    return {
      key: `edge ${one.how} ${edge.id}`,
      how: one.how,
      title: edgeTitle(edge, nodes),
      changes: [],
      elementIds: [edge.source, edge.target],
    };
  });
  const noteLines = diff.notes.map((one): ChangeLine => {
    const note = one.how === 'removed' ? one.before : one.after;
    const changes = one.how === 'changed' ? noteChanges(one.before, one.after) : [];
    return { key: `note ${note.id}`, how: one.how, title: textOf(note), changes, elementIds: [note.id] };
  });
  const lines = [...nodeLines, ...edgeLines, ...noteLines];
  return [...lines.filter(({ how }) => how !== 'moved'), ...lines.filter(({ how }) => how === 'moved')];
};
