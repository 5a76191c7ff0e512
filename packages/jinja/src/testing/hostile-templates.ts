import { codeInjection, prototypes } from './hostile-access.ts';
import { numbers, sizes, time } from './hostile-budgets.ts';
import { hostileData } from './hostile-data.ts';
import { chains, textBuilding } from './hostile-chains.ts';
import { hostileLetters } from './hostile-letters.ts';
import { wideNumbers } from './hostile-numbers.ts';
import { bigText, strangeObjects } from './hostile-objects.ts';
import { recursion } from './hostile-recursion.ts';
import { depth, lexing } from './hostile-shapes.ts';
import { sources } from './hostile-sources.ts';
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
  ...chains,
  ...textBuilding,
  ...wideNumbers,
  ...recursion,
  ...sources,
  ...hostileLetters,
  ...bigText,
  ...strangeObjects,
];
