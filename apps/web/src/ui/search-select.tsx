import { Command } from 'cmdk';
import { Check, ChevronsUpDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { classNames } from '../lib/class-names.ts';
import { useFieldControl } from './field-context.ts';
import { floatClass, floatItemClass } from './float-class.ts';
import { inputClass } from './input-class.ts';
import { useFloatHome } from './use-float-home.ts';

export interface SearchOption {
  readonly value: string;
  readonly label: string;
  /** Stands at its far end. */
  readonly end?: string;
}

interface SearchSelectProps {
  /** What is chosen, for screen readers: "Time zones". */
  readonly noun: string;
  readonly options: readonly SearchOption[];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
}

/** One of very many: opens a list that is searched by typing. Stands in a Field. */
export function SearchSelect(props: SearchSelectProps) {
  const { noun, options, value, onChange, placeholder = 'Search', disabled = false } = props;
  const control = useFieldControl();
  const { triggerRef, home, findHome } = useFloatHome();
  const [isOpen, setOpen] = useState(false);
  const chosen = options.find((option) => option.value === value);
  const toggle = (isOpening: boolean) => {
    if (isOpening) findHome();
    setOpen(isOpening);
  };

  return (
    <Popover.Root open={isOpen} onOpenChange={toggle}>
      <Popover.Trigger
        ref={triggerRef}
        {...control}
        disabled={disabled}
        className={classNames(
          inputClass,
          'flex h-8 items-center justify-between gap-2 px-3 text-left text-14',
        )}
      >
        <span className="min-w-0 truncate">{chosen?.label ?? value}</span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-faint" />
      </Popover.Trigger>
      <Popover.Portal container={home}>
        <Popover.Content
          aria-label={noun}
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className={classNames(floatClass, 'w-(--radix-popover-trigger-width) min-w-64')}
        >
          <Command label={`Search ${noun.toLowerCase()}`} defaultValue={chosen?.label ?? ''} loop>
            <Command.Input
              placeholder={placeholder}
              className="h-9 w-full border-b bg-transparent px-3 text-14 text-ink outline-none"
            />
            <Command.List label={noun} className="max-h-64 overflow-y-auto p-1">
              {options.map((option) => (
                <Command.Item
                  key={option.value}
                  value={option.label}
                  keywords={[option.value]}
                  onSelect={() => {
                    onChange(option.value);
                    setOpen(false);
                  }}
                  className={classNames(floatItemClass, 'data-[selected=true]:bg-surface-hover')}
                >
                  <span className="min-w-0 flex-1 truncate">{option.label}</span>
                  {option.end !== undefined && <span className="text-12 text-ink-faint">{option.end}</span>}
                  {option.value === value && <Check aria-label="chosen" className="text-accent-ink" />}
                </Command.Item>
              ))}
            </Command.List>
            <Command.Empty className="px-3 py-2 text-13 text-ink-muted">Nothing of that name.</Command.Empty>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
