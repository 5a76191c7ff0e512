import type { Customer } from '@curlew/contract';
import { Card } from '../../../ui/card.tsx';
import { formatAttribute } from '../format-attribute.ts';
import { PropertyList } from './property-list.tsx';

interface AttributesCardProps {
  readonly attributes: Customer['attributes'];
}

/** All attributes by their names. The phone is left to its own card. */
export function AttributesCard({ attributes }: AttributesCardProps) {
  const listed = Object.entries(attributes)
    .filter(([name]) => name !== 'phone')
    .toSorted(([one], [other]) => one.localeCompare(other, 'en'));
  return (
    <Card title="Attributes">
      {listed.length === 0 ? (
        <p className="text-13 text-ink-muted">Nothing else is known of this customer.</p>
      ) : (
        <PropertyList properties={listed.map(([name, value]) => [name, formatAttribute(value)])} />
      )}
    </Card>
  );
}
