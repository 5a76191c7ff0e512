import type { CustomerEvent } from '@curlew/contract';
import { formatCount } from '../../../lib/format-number.ts';
import { formatAttribute } from '../format-attribute.ts';
import { PropertyList } from '../profile/property-list.tsx';
import { FoldedDetails } from '../../../ui/folded-details.tsx';

interface EventPropertiesProps {
  readonly properties: CustomerEvent['properties'];
}

/** All that an event says, on demand. */
export function EventProperties({ properties }: EventPropertiesProps) {
  const entries = Object.entries(properties);
  if (entries.length === 0) return null;
  return (
    <FoldedDetails summary={formatCount(entries.length, 'property', 'properties')}>
      <PropertyList properties={entries.map(([name, value]) => [name, formatAttribute(value)])} />
    </FoldedDetails>
  );
}
