import type { ReactNode } from 'react';

interface PropertyListProps {
  readonly properties: readonly (readonly [name: string, value: ReactNode])[];
}

/** Names and values, one pair a row. */
export function PropertyList({ properties }: PropertyListProps) {
  return (
    <dl className="grid grid-cols-[minmax(0,9fr)_minmax(0,11fr)] gap-x-4 gap-y-2 text-13">
      {properties.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="font-mono text-12 leading-5 break-words text-ink-faint">{name}</dt>
          <dd className="min-w-0 break-words text-ink">
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
