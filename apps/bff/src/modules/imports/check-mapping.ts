import type { ColumnMapping } from '@curlew/contract';

export interface MappingFault {
  /** The place in the request's mapping, as in `3.target`. */
  readonly path: string;
  readonly message: string;
}

/** What may be given once only: an attribute, a consent. An id kind may come from several columns. */
const uniqueKey = ({ target }: ColumnMapping): string | null => {
  if (target.to === 'attribute') return `attribute ${target.name}`;
  return target.to === 'consent' ? `consent ${target.categoryId}` : null;
};

// The one name that a JavaScript object does not keep like any other.
const unusableName = '__proto__';

const nameOf = ({ target }: ColumnMapping): string | null => {
  if (target.to === 'id') return target.kind;
  return target.to === 'attribute' ? target.name : null;
};

/** All that is wrong with a mapping for a file of these columns. */
export const findMappingFaults = (
  mapping: readonly ColumnMapping[],
  { columns, categoryIds }: { columns: readonly string[]; categoryIds: ReadonlySet<string> },
): MappingFault[] => {
  const faults: MappingFault[] = [];
  const known = new Set(columns);
  const seen = new Map<string, string>();
  for (const [index, entry] of mapping.entries()) {
    const { column, target } = entry;
    if (!known.has(column))
      faults.push({ path: `${index}.column`, message: `The file has no column “${column}”.` });
    if (target.to === 'consent' && !categoryIds.has(target.categoryId)) {
      faults.push({
        path: `${index}.target.categoryId`,
        message: `Column “${column}” is mapped to a consent category that this project does not have.`,
      });
    }
    if (nameOf(entry) === unusableName) {
      faults.push({
        path: `${index}.target`,
        message: `Column “${column}” cannot be kept under the name ${unusableName}: choose another, or skip it.`,
      });
    }
    for (const key of [`column ${column}`, uniqueKey(entry)]) {
      if (key === null) continue;
      const first = seen.get(key);
      if (first !== undefined) {
        faults.push({
          path: `${index}.target`,
          message:
            first === column
              ? `Column “${column}” is mapped twice.`
              : `Columns “${first}” and “${column}” are mapped to the same place: skip one of them.`,
        });
      }
      seen.set(key, column);
    }
  }
  if (!mapping.some(({ target }) => target.to === 'id')) {
    faults.push({ path: '', message: 'No column is mapped to an id, so no row could be told from another.' });
  }
  return faults;
};
