import { Select } from '../../../ui/select.tsx';
import type { Versions } from './use-versions.ts';
import { optionOfVersion } from './version-words.ts';

interface CompareSelectProps {
  readonly versions: Versions;
}

const previous = 'previous';

/** What the version is compared with: the one before it, or any other. */
export function CompareSelect({ versions: { versions, chosen, otherId, compareWith } }: CompareSelectProps) {
  const others = versions.filter(({ id }) => id !== chosen?.id);
  return (
    <Select
      aria-label="Compare with"
      size="small"
      value={otherId ?? previous}
      options={[
        { value: previous, label: 'the version before' },
        ...others.map((version) => ({ value: version.id, label: optionOfVersion(version) })),
      ]}
      onChange={(id) => compareWith(id === previous ? null : id)}
    />
  );
}
