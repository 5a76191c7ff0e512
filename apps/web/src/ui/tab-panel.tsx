import { Tabs as Primitive } from 'radix-ui';
import type { ReactNode } from 'react';

interface TabPanelProps {
  readonly value: string;
  readonly children: ReactNode;
}

export function TabPanel({ value, children }: TabPanelProps) {
  return (
    <Primitive.Content value={value} className="min-h-0 flex-1 overflow-auto -outline-offset-2">
      {children}
    </Primitive.Content>
  );
}
