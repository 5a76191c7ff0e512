import type { TracedValue } from '@curlew/engine';
import { createContext } from 'react';

/** What gave what in a previewed message, and which of it somebody looks at. */
export interface Trace {
  readonly values: readonly TracedValue[];
  /** Its place among the values; null: none. */
  readonly active: number | null;
  readonly setActive: (index: number | null) => void;
}

/** Null where values are not inspected. */
export const TraceContext = createContext<Trace | null>(null);
