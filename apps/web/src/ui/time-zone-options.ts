import type { SearchOption } from './search-select.tsx';

interface ZoneQuestion {
  /** Null while it is not known. */
  readonly projectZone: string | null;
  readonly canBeCustomers: boolean;
  readonly chosen: string;
}

/** `America/Argentina/Buenos_Aires` -> America/Argentina/Buenos Aires */
export const nameZone = (zone: string): string => zone.replaceAll('_', ' ');

const ownLabels: Readonly<Record<string, string>> = {
  customer: 'Customer’s own',
  project: 'Project’s',
};

// Every zone that this browser knows; UTC is not among them everywhere.
const zones = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])];

/** Whose clock can count: the project's, the customer's own, or that of a zone. One that is chosen and unknown stays in sight. */
export const timeZoneOptions = ({ projectZone, canBeCustomers, chosen }: ZoneQuestion): SearchOption[] => {
  const project = projectZone === null ? '' : ` (${nameZone(projectZone)})`;
  const own: SearchOption[] = [
    { value: 'project', label: `${ownLabels['project']}${project}` },
    ...(canBeCustomers ? [{ value: 'customer', label: ownLabels['customer'] ?? '' }] : []),
  ];
  const all = zones.includes(chosen) || chosen in ownLabels ? zones : [chosen, ...zones];
  return [...own, ...all.map((zone) => ({ value: zone, label: nameZone(zone) }))];
};
