import { useState } from 'react';

export interface Selection {
  /** Those selected, in the order of the list. */
  readonly ids: readonly string[];
  readonly state: 'none' | 'some' | 'all';
  readonly has: (id: string) => boolean;
  /** As a range it reaches from the one that was set last. */
  readonly set: (id: string, isSelected: boolean, isRange: boolean) => void;
  readonly setAll: (isSelected: boolean) => void;
}

const none: ReadonlySet<string> = new Set();

/** The ids from one to another, both included, in the order of the list. */
export const rangeOf = (shown: readonly string[], from: string | null, to: string): readonly string[] => {
  const start = from === null ? -1 : shown.indexOf(from);
  const end = shown.indexOf(to);
  if (start < 0 || end < 0) return [to];
  return shown.slice(Math.min(start, end), Math.max(start, end) + 1);
};

/** Which of the shown rows are selected. What is not shown does not count, until it is back. */
export const useSelection = (shown: readonly string[]): Selection => {
  const [selected, setSelected] = useState(none);
  const [last, setLast] = useState<string | null>(null);
  const ids = shown.filter((id) => selected.has(id));
  const chosen = new Set(ids);
  return {
    ids,
    state: ids.length === 0 ? 'none' : ids.length === shown.length ? 'all' : 'some',
    has: (id) => chosen.has(id),
    set: (id, isSelected, isRange) => {
      const changed = new Set(isRange ? rangeOf(shown, last, id) : [id]);
      const kept = ids.filter((one) => !changed.has(one));
      setSelected(new Set(isSelected ? [...kept, ...changed] : kept));
      setLast(id);
    },
    setAll: (isSelected) => {
      setSelected(new Set(isSelected ? shown : []));
      setLast(null);
    },
  };
};
