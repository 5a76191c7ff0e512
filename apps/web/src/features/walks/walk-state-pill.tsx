import type { WalkState } from '@curlew/contract';
import { CircleCheck, CircleDashed, type LucideIcon, OctagonX } from 'lucide-react';
import { StatusPill } from '../../ui/status-pill.tsx';
import type { Tone } from '../../ui/tone.ts';

const looks: {
  readonly [S in WalkState]: { readonly word: string; readonly tone: Tone; readonly icon: LucideIcon };
} = {
  inside: { word: 'Inside', tone: 'accent', icon: CircleDashed },
  finished: { word: 'Finished', tone: 'good', icon: CircleCheck },
  ended: { word: 'Ended early', tone: 'warn', icon: OctagonX },
};

export function WalkStatePill({ state }: { readonly state: WalkState }) {
  const { word, tone, icon: Icon } = looks[state];
  return (
    <StatusPill tone={tone} icon={<Icon aria-hidden />}>
      {word}
    </StatusPill>
  );
}
