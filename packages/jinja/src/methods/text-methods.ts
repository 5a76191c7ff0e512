import type { Builtin } from '../evaluate/signature.ts';
import { textBuildingMethods } from './text-building-methods.ts';
import { textCaseMethods } from './text-case-methods.ts';
import { textSearchMethods } from './text-search-methods.ts';
import { textTranslateMethods } from './text-translate-methods.ts';
import { textTestMethods } from './text-test-methods.ts';

/** Python's str methods; the text is the first argument. */
export const textMethods: readonly (readonly [string, Builtin])[] = [
  ...textCaseMethods,
  ...textSearchMethods,
  ...textBuildingMethods,
  ...textTestMethods,
  ...textTranslateMethods,
];
