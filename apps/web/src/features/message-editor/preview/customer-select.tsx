import type { CustomerSummary } from '@curlew/contract';
import { ChevronsUpDown } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { classNames } from '../../../lib/class-names.ts';
import { floatClass } from '../../../ui/float-class.ts';
import { inputClass } from '../../../ui/input-class.ts';
import { useFloatHome } from '../../../ui/use-float-home.ts';
import { CustomerLine } from './customer-line.tsx';
import { CustomerOptions } from './customer-options.tsx';
import type { CustomerSearch } from './use-customer-search.ts';

interface CustomerSelectProps {
  readonly customer: CustomerSummary;
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  readonly search: CustomerSearch;
  readonly onChoose: (customerId: string) => void;
}

/** The chosen customer; opens to search for another. */
export function CustomerSelect({ customer, text, onTextChange, search, onChoose }: CustomerSelectProps) {
  const { triggerRef, home, findHome } = useFloatHome();
  const [isOpen, setOpen] = useState(false);
  const toggle = (isOpening: boolean) => {
    if (isOpening) findHome();
    setOpen(isOpening);
  };
  const choose = (customerId: string) => {
    onChoose(customerId);
    setOpen(false);
  };

  return (
    <Popover.Root open={isOpen} onOpenChange={toggle}>
      <Popover.Trigger
        ref={triggerRef}
        className={classNames(inputClass, 'flex items-center gap-2 px-3 py-1 text-left text-14')}
      >
        <span className="sr-only">Preview for </span>
        <CustomerLine customer={customer} />
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-faint" />
      </Popover.Trigger>
      <Popover.Portal container={home}>
        <Popover.Content
          aria-label="Choose a customer"
          align="start"
          sideOffset={4}
          collisionPadding={8}
          className={classNames(floatClass, 'w-(--radix-popover-trigger-width)')}
        >
          <CustomerOptions
            text={text}
            onTextChange={onTextChange}
            search={search}
            chosenId={customer.id}
            onChoose={choose}
          />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
