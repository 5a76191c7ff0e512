import { Popover } from 'radix-ui';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { classNames } from '../lib/class-names.ts';
import { ComboboxList, comboboxOptionId } from './combobox-list.tsx';
import { type ComboboxOption, findOptions } from './combobox-options.ts';
import { useFieldControl } from './field-context.ts';
import { floatClass } from './float-class.ts';
import { inputClass } from './input-class.ts';
import { useFloatHome } from './use-float-home.ts';

interface ComboboxProps {
  /** What is suggested, for screen readers: "Events". */
  readonly noun: string;
  readonly options: readonly ComboboxOption[];
  readonly value: string;
  /** On every key. */
  readonly onType: (text: string) => void;
  /** A suggestion was taken. */
  readonly onChoose: (value: string) => void;
  readonly onBlur?: () => void;
  readonly readOnly?: boolean;
  readonly placeholder?: string;
  readonly size?: 'medium' | 'small';
  /** Said in place of suggestions while there are none: "Loading". */
  readonly note?: ReactNode;
  /** Needed where no Field gives it a label. */
  readonly 'aria-label'?: string;
  readonly 'aria-invalid'?: true | undefined;
}

/** Any text, with suggestions. Stands in a Field, or has an `aria-label`. */
export function Combobox(props: ComboboxProps) {
  const { noun, options, value, onType, onChoose, onBlur, readOnly = false, size = 'medium', note } = props;
  const control = useFieldControl();
  const listId = useId();
  const { triggerRef, home, findHome } = useFloatHome<HTMLInputElement>();
  const [isAsked, setAsked] = useState(false);
  const [isSearching, setSearching] = useState(false);
  const [active, setActive] = useState(-1);
  const found = findOptions(options, isSearching ? value : '');
  const isOpen = isAsked && !readOnly && (found.length > 0 || (note !== undefined && options.length === 0));

  const open = () => {
    if (isAsked) return;
    findHome();
    setSearching(false);
    setActive(-1);
    setAsked(true);
  };
  const take = (option: ComboboxOption | undefined) => {
    if (option) onChoose(option.value);
    setAsked(false);
  };
  const move = (by: 1 | -1) => {
    if (!isOpen) open();
    else setActive((active + by + found.length + (active < 0 && by < 0 ? 1 : 0)) % Math.max(found.length, 1));
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      take(found[active]);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      setAsked(false);
    }
  };

  return (
    <Popover.Root open={isOpen}>
      <Popover.Anchor asChild>
        <input
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          {...control}
          {...(props['aria-label'] ? { 'aria-label': props['aria-label'] } : {})}
          {...(props['aria-invalid'] ? { 'aria-invalid': true } : {})}
          ref={triggerRef}
          aria-autocomplete="list"
          aria-expanded={isOpen}
          aria-controls={isOpen ? listId : undefined}
          aria-activedescendant={isOpen && active >= 0 ? comboboxOptionId(listId, active) : undefined}
          value={value}
          readOnly={readOnly}
          placeholder={props.placeholder}
          onClick={open}
          onKeyDown={press}
          onBlur={() => {
            setAsked(false);
            onBlur?.();
          }}
          onChange={(event) => {
            open();
            setSearching(true);
            setActive(-1);
            onType(event.target.value);
          }}
          className={classNames(
            inputClass,
            'read-only:bg-surface-sunken',
            size === 'medium' ? 'h-8 px-3 text-14' : 'h-7 px-2 text-13',
          )}
        />
      </Popover.Anchor>
      <Popover.Portal container={home}>
        <Popover.Content
          role="presentation"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          onOpenAutoFocus={(event) => event.preventDefault()}
          onCloseAutoFocus={(event) => event.preventDefault()}
          // The focus stays in the field: it is what the keys are for.
          onPointerDown={(event) => event.preventDefault()}
          className={classNames(floatClass, 'w-(--radix-popover-trigger-width) min-w-64')}
        >
          {found.length === 0 ? (
            <p className="px-3 py-2 text-13 text-ink-muted">{note}</p>
          ) : (
            <ComboboxList
              id={listId}
              noun={noun}
              options={found}
              active={active}
              onActivate={setActive}
              onTake={take}
            />
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
