import { Tabs as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';

interface Tab<Value extends string> {
  readonly value: Value;
  readonly label: string;
  /** A Badge or a mark after the words. */
  readonly end?: ReactNode;
}

interface TabsProps<Value extends string> {
  /** What the tabs are about, for screen readers. */
  readonly label: string;
  readonly tabs: readonly Tab<Value>[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  /** Stands at the far end of the row of tabs. */
  readonly end?: ReactNode;
  /** One TabPanel for each tab. */
  readonly children: ReactNode;
}

/** Views of one thing, one at a time. Fills the height it is given. */
export function Tabs<Value extends string>({
  label,
  tabs,
  value,
  onChange,
  end,
  children,
}: TabsProps<Value>) {
  const choose = (chosen: string) => {
    const tab = tabs.find((one) => one.value === chosen);
    if (tab) onChange(tab.value);
  };
  return (
    <Primitive.Root value={value} onValueChange={choose} className="flex min-h-0 flex-1 flex-col">
      <div className="flex items-center justify-between gap-4 border-b px-4">
        <Primitive.List aria-label={label} className="-mb-px -ml-1 flex gap-2 overflow-x-auto">
          {tabs.map((tab) => (
            <Primitive.Trigger
              key={tab.value}
              value={tab.value}
              className="inline-flex h-10 shrink-0 items-center gap-2 whitespace-nowrap rounded-t-control border-b-2 px-1 border-transparent text-13 font-medium text-ink-muted -outline-offset-2 transition-colors duration-(--motion-fast) hover:text-ink data-[state=active]:border-accent data-[state=active]:text-ink"
            >
              {tab.label}
              {tab.end}
            </Primitive.Trigger>
          ))}
        </Primitive.List>
        {end}
      </div>
      {children}
    </Primitive.Root>
  );
}
