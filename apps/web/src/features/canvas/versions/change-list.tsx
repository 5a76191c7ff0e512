import { useReactFlow } from '@xyflow/react';
import { motionMs } from '../motion-ms.ts';
import { ChangeBadge } from './change-badge.tsx';
import type { ChangeLine } from './change-lines.ts';
import { SettingLine } from './setting-line.tsx';

interface ChangeListProps {
  readonly lines: readonly ChangeLine[];
}

const mostShown = 300;

/** Everything that changed, in words; a click on an entry shows where it is. */
export function ChangeList({ lines }: ChangeListProps) {
  const { fitView } = useReactFlow();
  const show = ({ elementIds }: ChangeLine): void =>
    void fitView({
      nodes: elementIds.map((id) => ({ id })),
      maxZoom: 1,
      padding: 0.4,
      duration: motionMs(),
    });

  return (
    <>
      <ul className="flex flex-col gap-1">
        {lines.slice(0, mostShown).map((line) => (
          <li key={line.key} className="rounded-control px-2 py-1.5">
            <button
              type="button"
              title="Show it on the canvas"
              onClick={() => show(line)}
              className="-mx-1 flex w-[calc(100%+8px)] items-start gap-2 rounded-control px-1 text-left hover:bg-surface-hover"
            >
              <span className="min-w-0 flex-1 text-13 wrap-anywhere text-ink">{line.title}</span>
              <ChangeBadge kind={line.how} />
            </button>
            {line.changes.length > 0 && (
              <ul className="mt-1 flex flex-col gap-1.5">
                {line.changes.map((change) => (
                  <SettingLine key={change.field} change={change} />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
      {lines.length > mostShown && (
        <p className="px-2 py-1 text-12 text-ink-faint">And {lines.length - mostShown} more.</p>
      )}
    </>
  );
}
