import type { ReactElement } from 'react';
import { Tooltip } from '../../ui/tooltip.tsx';

interface RailTipProps {
  /** The words that the folded rail has no room for; null while they are shown anyway. */
  readonly text: string | null;
  readonly children: ReactElement;
}

export function RailTip({ text, children }: RailTipProps) {
  return text === null ? (
    children
  ) : (
    <Tooltip text={text} side="right">
      {children}
    </Tooltip>
  );
}
