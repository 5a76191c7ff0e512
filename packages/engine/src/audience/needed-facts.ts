import { findVariables, type CompileResult } from '@curlew/jinja';
import { attributesReadBy } from '../customer-reads.ts';
import type { PreparedMessage } from '../prepared-message.ts';

/** What the templates of a message may read. */
export interface NeededFacts {
  /** Names of the customer's attributes; `all` where the message may look at any. */
  readonly attributes: readonly string[] | 'all';
  /** Whether it reads `customer_ids`. */
  readonly ids: boolean;
  readonly event: boolean;
  readonly webhook: boolean;
}

const pathsOf = (compiled: CompileResult): readonly (readonly string[])[] =>
  compiled.ok ? findVariables(compiled.template).map(({ path }) => path) : [];

/**
 * What must be known of a customer to decide on a message and to count it: with these attributes alone the gate decides as
 * with all of them. `language`, which picks the version, is always among them.
 */
export const findNeededFacts = ({ node, sender, versionFor }: PreparedMessage): NeededFacts => {
  const bodies = node.settings.versions.map(({ language }) => versionFor(language).message);
  const paths = [sender, ...bodies].flatMap(pathsOf);
  const attributes = attributesReadBy(paths);
  const reads = (name: string): boolean => paths.some(([variable]) => variable === name);
  return {
    attributes: attributes === 'all' ? 'all' : [...new Set(['language', ...attributes])].sort(),
    ids: reads('customer_ids'),
    event: reads('event'),
    webhook: reads('webhook'),
  };
};
