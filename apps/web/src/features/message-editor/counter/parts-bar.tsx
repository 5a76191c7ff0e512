import type { SmsCount } from '@curlew/sms';
import { classNames } from '../../../lib/class-names.ts';
import { partSegments } from './part-segments.ts';

interface PartsBarProps {
  readonly count: Pick<SmsCount, 'parts' | 'capacity'>;
  readonly maximumParts: number;
}

/** How full each part is. The counter says the same in words. */
export function PartsBar({ count, maximumParts }: PartsBarProps) {
  return (
    <div aria-hidden className="flex h-1 gap-0.5">
      {partSegments(count, maximumParts).map(({ index, fill, isOver }) => (
        <div
          key={index}
          className={classNames(
            'min-w-0.5 flex-1 overflow-hidden rounded-full',
            isOver ? 'bg-bad-wash' : 'bg-surface-hover',
          )}
        >
          <div
            className={classNames('h-full origin-left', isOver ? 'bg-bad' : 'bg-accent')}
            style={{ transform: `scaleX(${fill})` }}
          />
        </div>
      ))}
    </div>
  );
}
