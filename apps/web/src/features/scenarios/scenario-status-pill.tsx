import type { ScenarioStatus } from '@curlew/contract';
import { Archive, CircleDashed, CirclePause, CirclePlay, Hourglass, type LucideIcon } from 'lucide-react';
import { StatusPill } from '../../ui/status-pill.tsx';
import type { Tone } from '../../ui/tone.ts';

interface StatusLook {
  readonly word: string;
  readonly tone: Tone;
  readonly icon: LucideIcon;
}

const looks: { readonly [S in ScenarioStatus]: StatusLook } = {
  draft: { word: 'Draft', tone: 'neutral', icon: CircleDashed },
  active: { word: 'Active', tone: 'good', icon: CirclePlay },
  finishing: { word: 'Finishing', tone: 'warn', icon: Hourglass },
  inactive: { word: 'Inactive', tone: 'neutral', icon: CirclePause },
  archived: { word: 'Archived', tone: 'neutral', icon: Archive },
};

interface ScenarioStatusPillProps {
  readonly status: ScenarioStatus;
}

export function ScenarioStatusPill({ status }: ScenarioStatusPillProps) {
  const { word, tone, icon: Icon } = looks[status];
  return (
    <StatusPill tone={tone} icon={<Icon aria-hidden />}>
      {word}
    </StatusPill>
  );
}
