import type { NodeKind, NodeOf } from '@curlew/scenario';
import type { ReactNode } from 'react';

/** Whom a panel can try something out with. */
export interface TryCustomer {
  /** Null while there is none. */
  readonly id: string | null;
  /** Chooses another. */
  readonly picker: ReactNode;
}

/** What the panel of a kind is given; what it changes goes through the settings form around it. */
export interface KindPanelProps<K extends NodeKind> {
  readonly settings: NodeOf<K>['settings'];
  readonly scenarioId: string;
  readonly renderWithCustomer: (render: (customer: TryCustomer) => ReactNode) => ReactNode;
}
