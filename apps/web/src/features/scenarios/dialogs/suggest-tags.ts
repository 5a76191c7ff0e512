import { formatCount } from '../../../lib/format-number.ts';
import type { ComboboxOption } from '../../../ui/combobox-options.ts';

/** The tags in use, each with how often. */
export const suggestTags = (
  tags: readonly { readonly name: string; readonly scenarioCount: number }[] = [],
): readonly ComboboxOption[] =>
  tags.map(({ name, scenarioCount }) => ({ value: name, end: formatCount(scenarioCount, 'scenario') }));
