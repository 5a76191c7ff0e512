import {
  Archive,
  CircleCheck,
  CircleDashed,
  CirclePause,
  CirclePlay,
  CircleStop,
  Hourglass,
  type LucideIcon,
  Send,
} from 'lucide-react';
import type { ScenarioState } from '../lib/scenario-state.ts';
import { StatusPill } from './status-pill.tsx';
import type { Tone } from './tone.ts';

interface StateLook {
  readonly word: string;
  readonly tone: Tone;
  readonly icon: LucideIcon;
}

const looks: { readonly [S in ScenarioState]: StateLook } = {
  draft: { word: 'Draft', tone: 'neutral', icon: CircleDashed },
  running: { word: 'Running', tone: 'good', icon: CirclePlay },
  paused: { word: 'Paused', tone: 'warn', icon: CirclePause },
  finishing: { word: 'Finishing', tone: 'warn', icon: Hourglass },
  sending: { word: 'Sending', tone: 'accent', icon: Send },
  finished: { word: 'Finished', tone: 'neutral', icon: CircleCheck },
  stopped: { word: 'Stopped', tone: 'bad', icon: CircleStop },
  inactive: { word: 'Inactive', tone: 'neutral', icon: CircleDashed },
  archived: { word: 'Archived', tone: 'neutral', icon: Archive },
};

interface StatePillProps {
  readonly state: ScenarioState;
  /** Goes on after the word: "Running, open". */
  readonly more?: string;
}

/** How a scenario or a run stands: the same words wherever they are said. */
export function StatePill({ state, more }: StatePillProps) {
  const { word, tone, icon: Icon } = looks[state];
  return (
    <StatusPill tone={tone} icon={<Icon aria-hidden />}>
      {more ? `${word}, ${more}` : word}
    </StatusPill>
  );
}
