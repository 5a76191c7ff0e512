import { CirclePlus, CircleMinus, type LucideIcon, Move, PencilLine } from 'lucide-react';
import type { Tone } from '../../../ui/tone.ts';

/** What became of something between two versions. */
export type ChangeKind = 'added' | 'removed' | 'changed' | 'moved';

interface ChangeLook {
  readonly word: string;
  readonly icon: LucideIcon;
  readonly tone: Tone;
}

/** A colour, an icon and a word for each: never the colour alone. */
export const changeLooks: { readonly [K in ChangeKind]: ChangeLook } = {
  added: { word: 'Added', icon: CirclePlus, tone: 'good' },
  removed: { word: 'Removed', icon: CircleMinus, tone: 'bad' },
  changed: { word: 'Changed', icon: PencilLine, tone: 'warn' },
  moved: { word: 'Moved', icon: Move, tone: 'neutral' },
};
