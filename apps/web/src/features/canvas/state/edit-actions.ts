import { type Pasted, readClipboard, type ScenarioNode, writeClipboard } from '@curlew/scenario';
import { changeNode } from '../commands/change-node.ts';
import { duplicateNodes } from '../commands/duplicate-nodes.ts';
import { pasteClip } from '../commands/paste-clip.ts';
import { removeElements } from '../commands/remove-elements.ts';
import { newElementId } from '../../../lib/new-element-id.ts';
import type { ActionTools } from './action-tools.ts';
import { focusFrameWhenLost, focusNode } from './focus-node.ts';
import { selectNodes } from './session-store.ts';

/** Changing, copying and removing what is there. Ids are of nodes and notes. */
export interface EditActions {
  readonly change: (node: ScenarioNode, field: string) => void;
  readonly remove: (ids: ReadonlySet<string>, edgeIds: ReadonlySet<string>) => void;
  readonly duplicate: (ids: ReadonlySet<string>) => void;
  /** Nodes, notes and the connections between them as text; null when there are none. */
  readonly copy: (ids: ReadonlySet<string>) => string | null;
  /** True when the text was a copy of ours, pasted or refused with a reason. */
  readonly paste: (text: string) => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
}

const tooMany = 'A scenario holds at most 2,000 nodes: take some away first';
const unreadable = {
  broken: 'What was copied is damaged and cannot be pasted: copy it again',
  newer: 'What was copied comes from a newer Curlew: reload this page and try again',
} as const;

export const createEditActions = (tools: ActionTools): EditActions => {
  const { apply, present, say, sessionStore, viewCentre, reveal, onRefused, documentStore } = tools;
  const { undo, redo } = documentStore.getState();
  const take = (pasted: Pasted, words: string): void => {
    if (!pasted.ok) {
      onRefused(tooMany);
      return;
    }
    apply(() => pasted.document);
    selectNodes(sessionStore, [...pasted.nodeIds, ...pasted.noteIds]);
    const [first] = pasted.nodeIds;
    if (first !== undefined) {
      reveal(first);
      focusNode(first);
    }
    say(words);
  };

  return {
    change: (node, field) =>
      apply((document) => changeNode(document, node), { mergeKey: `${node.id}:${field}` }),
    remove: (nodeIds, edgeIds) => {
      apply((document) => removeElements(document, { nodeIds, edgeIds }));
      selectNodes(sessionStore, []);
      focusFrameWhenLost();
      say('Deleted');
    },
    duplicate: (ids) => take(duplicateNodes(present(), ids, newElementId), 'Duplicated'),
    copy: (ids) => {
      const { nodes, edges, notes } = present();
      const copied = nodes.filter(({ id }) => ids.has(id));
      const copiedNotes = notes.filter(({ id }) => ids.has(id));
      if (copied.length + copiedNotes.length === 0) return null;
      say('Copied');
      return writeClipboard(copied, edges, copiedNotes);
    },
    paste: (text) => {
      const read = readClipboard(text);
      if (!read.ok) {
        if (read.reason !== 'other') onRefused(unreadable[read.reason]);
        return read.reason !== 'other';
      }
      take(pasteClip(present(), read.clip, { middle: viewCentre(), newId: newElementId }), 'Pasted');
      return true;
    },
    undo: () => {
      undo();
      say('Undone');
    },
    redo: () => {
      redo();
      say('Redone');
    },
  };
};
