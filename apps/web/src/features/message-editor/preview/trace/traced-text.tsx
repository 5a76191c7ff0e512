import type { TracedValue } from '@curlew/engine';
import { useMemo } from 'react';
import { classNames } from '../../../../lib/class-names.ts';
import { HighlightedText } from '../../highlighted-text.tsx';
import type { Mark } from '../../text/message-marks.ts';
import { sliceText } from './slice-text.ts';
import type { Trace } from './trace-context.ts';

interface TracedTextProps {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly borders: readonly number[];
  readonly trace: Trace;
}

// What stands in one short link stands in the same place.
const isSamePlace = (one: TracedValue | undefined, other: TracedValue | undefined): boolean =>
  one?.text?.start === other?.text?.start && one?.text?.end === other?.text?.end;

/** A message in which whatever an expression gave can be pointed at. */
export function TracedText({ text, marks, borders, trace }: TracedTextProps) {
  const { values, active, setActive } = trace;
  const slices = useMemo(() => sliceText({ text, marks, borders }, values), [text, marks, borders, values]);
  return slices.map((slice) => {
    const words = (
      <HighlightedText
        text={slice.text}
        marks={slice.marks}
        borders={slice.borders}
        partsBefore={slice.partsBefore}
      />
    );
    const { value, start } = slice;
    if (value === null) return <span key={start}>{words}</span>;
    const isActive = active !== null && isSamePlace(values[active], values[value]);
    return (
      <span
        key={start}
        // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- a button is one box, and a value wraps as the text around it
        role="button"
        tabIndex={0}
        aria-pressed={isActive}
        onPointerEnter={() => setActive(value)}
        onPointerLeave={() => setActive(null)}
        onFocus={() => setActive(value)}
        onBlur={() => setActive(null)}
        className={classNames(
          'rounded-[3px] underline decoration-ink-faint decoration-dotted underline-offset-4',
          // A ring too: a mark in it has a colour of its own.
          isActive && 'bg-accent-wash text-accent-ink outline-2 outline-accent',
        )}
      >
        {words}
      </span>
    );
  });
}
