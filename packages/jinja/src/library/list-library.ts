import { tagNames } from '../syntax/advise-tag.ts';
import { buildLibrary } from './build-library.ts';

/** The names a template can use without a host, for completion and documentation. */
export interface LibraryNames {
  readonly filters: readonly string[];
  readonly tests: readonly string[];
  readonly functions: readonly string[];
  readonly tags: readonly string[];
}

/** Names every filter, test, function and tag of the language. */
export function listLibrary(): LibraryNames {
  const { filters, tests, globals } = buildLibrary({});
  return {
    filters: [...filters.keys()],
    tests: [...tests.keys()],
    functions: [...globals.keys()],
    tags: tagNames,
  };
}
