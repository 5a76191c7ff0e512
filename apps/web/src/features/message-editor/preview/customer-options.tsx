import { Command } from 'cmdk';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { classNames } from '../../../lib/class-names.ts';
import { Button } from '../../../ui/button.tsx';
import { floatItemClass } from '../../../ui/float-class.ts';
import { longestSearch } from '../../../ui/search-field.tsx';
import { CustomerLine } from './customer-line.tsx';
import type { CustomerSearch } from './use-customer-search.ts';

interface CustomerOptionsProps {
  readonly text: string;
  readonly onTextChange: (text: string) => void;
  readonly search: CustomerSearch;
  readonly chosenId: string;
  readonly onChoose: (customerId: string) => void;
}

/** Finds customers by typing; the arrow keys walk the list, Enter takes one. */
export function CustomerOptions({ text, onTextChange, search, chosenId, onChoose }: CustomerOptionsProps) {
  const { found, hasMore, isLoading, error } = search;
  const [active, setActive] = useState(chosenId);
  // What the keys stand on; a new list begins at its first.
  const marked = found.some(({ id }) => id === active) ? active : (found[0]?.id ?? '');
  const note =
    error instanceof Error && found.length === 0
      ? error.message
      : isLoading
        ? 'Searching…'
        : `No customer matches “${text.trim()}”.`;

  return (
    <Command label="Search customers" shouldFilter={false} loop value={marked} onValueChange={setActive}>
      <Command.Input
        value={text}
        maxLength={longestSearch}
        onValueChange={onTextChange}
        placeholder="Name, phone, e-mail or id"
        className="h-10 w-full border-b bg-transparent px-3 text-14 text-ink outline-none"
      />
      <Command.List label="Customers" className="max-h-72 overflow-y-auto p-1" aria-busy={isLoading}>
        {found.map((customer) => (
          <Command.Item
            key={customer.id}
            value={customer.id}
            onSelect={onChoose}
            className={classNames(floatItemClass, 'data-[selected=true]:bg-surface-hover')}
          >
            <CustomerLine customer={customer} />
            {customer.id === chosenId && <Check aria-label="chosen" className="text-accent-ink" />}
          </Command.Item>
        ))}
      </Command.List>
      {/* Beside the list: a list box holds nothing but what can be chosen. */}
      {found.length === 0 && <output className="block px-3 pt-1 pb-3 text-13 text-ink-muted">{note}</output>}
      {hasMore && (
        <div className="border-t p-1">
          <Button size="small" variant="ghost" loading={isLoading} onClick={() => void search.loadMore()}>
            Show more
          </Button>
        </div>
      )}
    </Command>
  );
}
