import type { DataDescription } from '@curlew/contract';
import type { ComparisonType } from '@curlew/scenario';
import { formatShare } from '../../../../lib/format-number.ts';
import type { ComboboxOption } from '../../../../ui/combobox-options.ts';

/** An attribute of customers or a property of events, as the project's data has it. */
export interface KnownProperty {
  readonly name: string;
  readonly type: ComparisonType;
  readonly examples: readonly string[];
  /** Of the customers, who have it; not known of properties. */
  readonly share?: number;
}

/** What events of a type carry. */
export const propertiesOf = (
  { events }: Pick<DataDescription, 'events'>,
  event: string,
): readonly KnownProperty[] => events.find(({ type }) => type === event.trim())?.properties ?? [];

/** Names to choose from, with what they hold and how many have them. */
export const optionsOfProperties = (known: readonly KnownProperty[]): ComboboxOption[] =>
  known.map(({ name, type, examples, share }) => ({
    value: name,
    detail: examples.length === 0 ? type : `${type}: ${examples.join(', ')}`,
    ...(share === undefined ? {} : { end: formatShare(share, 1) }),
  }));
