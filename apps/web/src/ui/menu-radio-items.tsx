import { Check } from 'lucide-react';
import { DropdownMenu as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { floatItemClass } from './float-class.ts';

interface MenuRadioItem<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: ReactNode;
}

interface MenuRadioItemsProps<Value extends string> {
  readonly label: string;
  readonly items: readonly MenuRadioItem<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
}

/** One of a few inside a Menu, under a small heading. */
export function MenuRadioItems<Value extends string>({
  label,
  items,
  value,
  onChange,
}: MenuRadioItemsProps<Value>) {
  const choose = (chosen: string) => {
    const item = items.find((one) => one.value === chosen);
    if (item) onChange(item.value);
  };
  return (
    <Primitive.RadioGroup value={value ?? ''} onValueChange={choose} aria-label={label}>
      <Primitive.Label className="px-2 py-1 text-12 text-ink-faint">{label}</Primitive.Label>
      {items.map((item) => (
        <Primitive.RadioItem key={item.value} value={item.value} className={floatItemClass}>
          {item.icon}
          <span className="min-w-0 flex-1 truncate">{item.label}</span>
          <Primitive.ItemIndicator>
            <Check className="text-accent-ink" />
          </Primitive.ItemIndicator>
        </Primitive.RadioItem>
      ))}
    </Primitive.RadioGroup>
  );
}
