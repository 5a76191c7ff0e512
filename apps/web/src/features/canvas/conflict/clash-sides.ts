import { diffDocuments, type ScenarioDocument } from '@curlew/scenario';
import type { MergeClash, MergeInput } from '../saving/merge-input.ts';
import { type ChangeLine, changeLinesOf } from '../versions/change-lines.ts';

/** One thing that two people changed, with what each made of it. */
export interface ClashSides {
  readonly words: string;
  readonly mine: readonly ChangeLine[];
  readonly theirs: readonly ChangeLine[];
}

/** What both changed, beside each other, each against what both began with. */
export const clashSidesOf = (
  clashes: readonly MergeClash[],
  { base, mine, theirs }: MergeInput,
): readonly ClashSides[] => {
  const linesOf = (document: ScenarioDocument): readonly ChangeLine[] =>
    changeLinesOf(diffDocuments(base, document), base, document).filter(({ how }) => how !== 'moved');
  const [here, there] = [linesOf(mine), linesOf(theirs)];
  return clashes.map(({ elementId, words }) => {
    const isMeant = ({ elementIds: [first] }: ChangeLine): boolean =>
      elementId === null || first === elementId;
    return { words, mine: here.filter(isMeant), theirs: there.filter(isMeant) };
  });
};
