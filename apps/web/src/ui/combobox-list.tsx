import type { ComboboxOption } from './combobox-options.ts';
import { classNames } from '../lib/class-names.ts';
import { floatItemClass } from './float-class.ts';

interface ComboboxListProps {
  readonly id: string;
  readonly noun: string;
  readonly options: readonly ComboboxOption[];
  /** What the keys stand on; -1: nothing. */
  readonly active: number;
  readonly onActivate: (index: number) => void;
  readonly onTake: (option: ComboboxOption) => void;
}

export const comboboxOptionId = (listId: string, index: number): string => `${listId}-${index}`;

/** The suggestions under a Combobox. The focus stays in the field, and so do the keys. */
export function ComboboxList({ id, noun, options, active, onActivate, onTake }: ComboboxListProps) {
  return (
    // A `select` cannot stand under a field that takes any text.
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
    <div id={id} role="listbox" aria-label={noun} className="max-h-64 overflow-y-auto p-1">
      {options.map((option, index) => (
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- its keys are the field's
        <div
          key={option.value}
          id={comboboxOptionId(id, index)}
          // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- of a list box that is no `select`
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          data-highlighted={index === active ? '' : undefined}
          ref={(item) => {
            if (index === active) item?.scrollIntoView({ block: 'nearest' });
          }}
          onPointerMove={() => onActivate(index)}
          onClick={() => onTake(option)}
          className={classNames(floatItemClass, 'justify-between')}
        >
          <span className="min-w-0">
            <span className="block truncate">{option.value}</span>
            {option.detail !== undefined && (
              <span className="block truncate text-12 text-ink-faint">{option.detail}</span>
            )}
          </span>
          {option.end !== undefined && (
            <span className="shrink-0 text-12 text-ink-faint tabular-nums">{option.end}</span>
          )}
        </div>
      ))}
    </div>
  );
}
