import {
  scenarioSortSchema,
  scenarioStatusSchema,
  type ScenarioSort,
  type ScenarioStatus,
} from '@curlew/contract';
import { readText } from '../../../lib/read-text.ts';

/** What the address says of the list: what is looked for, in which order, and whether a new one is being made. */
export interface ListAddress {
  readonly search?: string;
  /** `archived` shows the archive; without it everything else is shown. */
  readonly status?: ScenarioStatus;
  readonly tag?: string;
  /** The id of a folder, or `none`. */
  readonly folder?: string;
  /** The id of a user, or `nobody`. */
  readonly owner?: string;
  readonly sort?: ScenarioSort;
  readonly order?: 'asc' | 'desc';
  readonly isNew?: true;
  /** The new one is made of a file. */
  readonly from?: 'file';
}

export const filterKeys = ['search', 'status', 'tag', 'folder', 'owner'] as const;

const textOf = (key: string, value: unknown) => {
  const text = readText(value);
  return text === '' ? {} : { [key]: text };
};

/** Reads what stands in the address; what has no meaning here is dropped. */
export const readListAddress = (given: Readonly<Record<string, unknown>>): ListAddress => {
  const status = scenarioStatusSchema.safeParse(given['status']);
  const sort = scenarioSortSchema.safeParse(given['sort']);
  return {
    ...textOf('search', given['search']),
    ...(status.success ? { status: status.data } : {}),
    ...textOf('tag', given['tag']),
    ...textOf('folder', given['folder']),
    ...textOf('owner', given['owner']),
    ...(sort.success ? { sort: sort.data, order: given['order'] === 'asc' ? 'asc' : 'desc' } : {}),
    ...(given['isNew'] === true ? { isNew: true } : {}),
    ...(given['from'] === 'file' ? { from: 'file' } : {}),
  };
};

/** Whether the address leaves anything out of the list. */
export const isFiltered = (address: ListAddress): boolean =>
  filterKeys.some((key) => address[key] !== undefined);
