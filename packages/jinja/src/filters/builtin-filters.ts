import type { Builtin } from '../evaluate/signature.ts';
import { htmlFilters } from './html-filters.ts';
import { listFilters } from './list-filters.ts';
import { numberFilters } from './number-filters.ts';
import { orderFilters } from './order-filters.ts';
import { selectFilters } from './select-filters.ts';
import { textFilters } from './text-filters.ts';
import { urlFilters } from './url-filters.ts';
import { valueFilters } from './value-filters.ts';

/** Jinja2's filters; the filtered value is the first argument. */
export const builtinFilters: readonly (readonly [string, Builtin])[] = [
  ...valueFilters,
  ...textFilters,
  ...numberFilters,
  ...listFilters,
  ...orderFilters,
  ...selectFilters,
  ...htmlFilters,
  ...urlFilters,
];
