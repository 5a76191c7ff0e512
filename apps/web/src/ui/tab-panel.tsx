import { Tabs as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';

interface TabPanelProps {
  readonly value: string;
  /** It stays as it was left while another is in sight: what is undone in a text, where it was scrolled to. */
  readonly isKept?: boolean;
  readonly children: ReactNode;
}

export function TabPanel({ value, isKept = false, children }: TabPanelProps) {
  return (
    <Primitive.Content
      value={value}
      {...(isKept ? { forceMount: true } : {})}
      className="min-h-0 flex-1 overflow-auto -outline-offset-2 data-[state=inactive]:hidden"
    >
      {children}
    </Primitive.Content>
  );
}
