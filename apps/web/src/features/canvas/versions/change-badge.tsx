import { StatusPill } from '../../../ui/status-pill.tsx';
import { type ChangeKind, changeLooks } from './change-looks.ts';

interface ChangeBadgeProps {
  readonly kind: ChangeKind;
}

/** What became of something: a colour, an icon and a word. */
export function ChangeBadge({ kind }: ChangeBadgeProps) {
  const { word, icon: Icon, tone } = changeLooks[kind];
  return (
    <StatusPill tone={tone} icon={<Icon aria-hidden />}>
      {word}
    </StatusPill>
  );
}
