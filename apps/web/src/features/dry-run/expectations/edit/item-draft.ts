import type { Expected } from '@curlew/contract';
import { readSpan, writeSpan } from './span-text.ts';

/** One thing that is expected, as it is typed. */
export interface ItemDraft {
  readonly key: number;
  readonly kind: Expected['kind'];
  /** Empty: of any message. */
  readonly nodeId: string;
  readonly contains: string;
  /** Empty: in whichever language. */
  readonly language: string;
  /** From the start, empty: at any time. */
  readonly from: string;
  readonly to: string;
}

export interface ItemMistake {
  readonly field: 'node' | 'from' | 'to';
  readonly message: string;
}

const empty = { nodeId: '', contains: '', language: '', from: '', to: '' };

const spanOf = (seconds: number | null): string => (seconds === null ? '' : writeSpan(seconds));

export const newItem = (kind: Expected['kind'], key: number): ItemDraft => ({ ...empty, kind, key });

/** What is expected, to be changed. */
export const draftItems = (expected: readonly Expected[]): ItemDraft[] =>
  expected.map((item, key) => {
    const draft = newItem(item.kind, key);
    if (item.kind === 'gets_nothing') return draft;
    if (item.kind === 'ends_at') return { ...draft, nodeId: item.nodeId };
    const { nodeId, contains, language, from, to } = item;
    return {
      ...draft,
      nodeId: nodeId ?? '',
      contains: contains ?? '',
      language: language ?? '',
      from: spanOf(from),
      to: spanOf(to),
    };
  });

const unread = 'Write it as 2 d 3 h 30 min, or leave it empty';

type ReadItem =
  | { readonly ok: true; readonly expected: Expected }
  | { readonly ok: false; readonly mistake: ItemMistake };

const wrong = (field: ItemMistake['field'], message: string): ReadItem => ({
  ok: false,
  mistake: { field, message },
});

/** Reads what was typed; the first mistake is told with its field. */
export const readItem = ({ kind, nodeId, contains, language, ...span }: ItemDraft): ReadItem => {
  if (kind === 'gets_nothing') return { ok: true, expected: { kind } };
  if (kind === 'ends_at')
    return nodeId === '' ? wrong('node', 'Choose a node') : { ok: true, expected: { kind, nodeId } };
  const from = span.from.trim() === '' ? null : readSpan(span.from);
  if (from === null && span.from.trim() !== '') return wrong('from', unread);
  const to = span.to.trim() === '' ? null : readSpan(span.to);
  if (to === null && span.to.trim() !== '') return wrong('to', unread);
  if (from !== null && to !== null && to < from) return wrong('to', 'Not before the earliest');
  return {
    ok: true,
    expected: {
      kind,
      nodeId: nodeId === '' ? null : nodeId,
      contains: contains === '' ? null : contains,
      language: language === '' ? null : language,
      from,
      to,
    },
  };
};
