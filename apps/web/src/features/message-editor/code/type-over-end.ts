import { EditorView } from '@codemirror/view';
import { findOpenTag } from '../completion/open-tag.ts';

interface TypedAt {
  readonly before: string;
  readonly after: string;
  readonly typed: string;
}

/** What a typed end of a tag becomes where the end is there already. */
interface TypedOver {
  /** How many characters around the cursor go: the spaces between. */
  readonly eatsBefore: number;
  readonly eatsAfter: number;
  /** What stands there in their place. */
  readonly insert: string;
  /** Where the cursor then stands, from the beginning of what is put in. */
  readonly cursor: number;
}

const ends = { output: '}}', tag: '%}' } as const;

/** The end of a tag that is typed while it stands there already, behind spaces or not; null for what is just typed. */
export const typeOverEnd = ({ before, after, typed }: TypedAt): TypedOver | null => {
  const inEnd = findOpenTag(before.slice(0, -1));
  if (inEnd && inEnd.kind !== 'literal' && before.length - 1 >= inEnd.start + 2) {
    const [first, second] = ends[inEnd.kind];
    if (typed === second && before.endsWith(first ?? '') && after.startsWith(second ?? '')) {
      return { eatsBefore: 0, eatsAfter: 0, insert: '', cursor: 1 };
    }
  }
  const tag = findOpenTag(before);
  if (!tag || tag.kind === 'literal' || typed !== ends[tag.kind][0]) return null;
  const [spaces = ''] = /^\s*/.exec(after) ?? [];
  if (!after.slice(spaces.length).startsWith(ends[tag.kind])) return null;
  const [lead = ''] = /\s*$/.exec(before) ?? [];
  return { eatsBefore: lead.length, eatsAfter: spaces.length, insert: ' ', cursor: 2 };
};

const farthestEnd = 12;

/** Types over the end of a tag that the editor has put there. */
export const endTyping = EditorView.inputHandler.of((...[view, from, to, typed]) => {
  if (from !== to || (typed !== '}' && typed !== '%')) return false;
  const { state } = view;
  const over = typeOverEnd({
    before: state.sliceDoc(0, from),
    after: state.sliceDoc(from, from + farthestEnd),
    typed,
  });
  if (!over) return false;
  const start = from - over.eatsBefore;
  view.dispatch({
    changes: { from: start, to: from + over.eatsAfter, insert: over.insert },
    selection: { anchor: start + over.cursor },
    userEvent: 'input.type',
  });
  return true;
});
