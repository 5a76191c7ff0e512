import { isolateHistory } from '@codemirror/commands';
import { StateEffect, StateField } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { applyReplacements, type Replacement } from '@curlew/sms';
import { describeSaving } from '../text/describe-saving.ts';
import { findSourceReplacements } from '../text/source-replacements.ts';
import { findTextChange } from './text-change.ts';

interface PastedRange {
  readonly from: number;
  readonly to: number;
}

/** What could be swapped in what was pasted last. */
export interface PastedOffer {
  readonly count: number;
  /** What is saved, in words. */
  readonly saving: string;
}

type ChangedRange = readonly [fromBefore: number, toBefore: number, from: number, to: number];

const forget = StateEffect.define();

/** Where the last pasted text stands, as long as nobody has decided about it. */
export const pastedField = StateField.define<PastedRange | null>({
  create: () => null,
  update: (range, transaction) => {
    if (transaction.effects.some((effect) => effect.is(forget))) return null;
    const { changes } = transaction;
    if (transaction.isUserEvent('input.paste') || transaction.isUserEvent('input.drop')) {
      let pasted: PastedRange | null = null;
      changes.iterChanges((...[, , from, to]: ChangedRange) => {
        pasted = { from: pasted?.from ?? from, to };
      });
      return pasted;
    }
    if (range === null || !transaction.docChanged) return range;
    const mapped = { from: changes.mapPos(range.from, 1), to: changes.mapPos(range.to, -1) };
    return mapped.to > mapped.from ? mapped : null;
  },
});

const replacementsIn = (source: string, { from, to }: PastedRange): readonly Replacement[] =>
  findSourceReplacements(source).filter(({ start, end }) => start >= from && end <= to);

/** The offer for what was pasted last; null where there is nothing to swap. */
export const findPastedOffer = (view: Pick<EditorView, 'state'>): PastedOffer | null => {
  const range = view.state.field(pastedField);
  if (range === null || view.state.readOnly) return null;
  const source = view.state.doc.toString();
  const found = replacementsIn(source, range);
  return found.length === 0 ? null : { count: found.length, saving: describeSaving(source, found) };
};

/** Ends the offer, with the characters swapped or kept. */
export const answerPasted = (view: EditorView, answer: 'replace' | 'keep'): void => {
  const range = view.state.field(pastedField);
  const source = view.state.doc.toString();
  const changes =
    range === null || answer === 'keep'
      ? null
      : findTextChange(source, applyReplacements(source, replacementsIn(source, range)));
  view.dispatch({
    ...(changes ? { changes, annotations: isolateHistory.of('full') } : {}),
    effects: forget.of(null),
  });
  view.focus();
};
