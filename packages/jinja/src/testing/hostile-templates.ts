import { codeInjection, prototypes } from './hostile-access.ts';
import { numbers, sizes, time } from './hostile-budgets.ts';
import { hostileData } from './hostile-data.ts';
import { depth, lexing } from './hostile-shapes.ts';
import type { HostileTemplate } from './each-attack.ts';

/** Every attack of the list. */
export const hostileTemplates: readonly HostileTemplate[] = [
  ...prototypes,
  ...codeInjection,
  ...sizes,
  ...numbers,
  ...time,
  ...depth,
  ...lexing,
  ...hostileData,
];
