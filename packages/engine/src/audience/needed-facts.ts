import { findVariables, type CompileResult } from '@curlew/jinja';
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

/** What every customer object answers to by itself: a template that takes one of these can reach every attribute. */
const wholeDict: ReadonlySet<string> = new Set([
  'clear',
  'copy',
  'get',
  'items',
  'keys',
  'pop',
  'popitem',
  'setdefault',
  'update',
  'values',
]);

const pathsOf = (compiled: CompileResult): readonly (readonly string[])[] =>
  compiled.ok ? findVariables(compiled.template).map(({ path }) => path) : [];

/**
 * What must be known of a customer to decide on a message and to count it: with these attributes alone the gate decides as
 * with all of them. `language`, which picks the version, is always among them.
 */
export const findNeededFacts = ({ node, sender, versionFor }: PreparedMessage): NeededFacts => {
  const bodies = node.settings.versions.map(({ language }) => versionFor(language).message);
  const paths = [sender, ...bodies].flatMap(pathsOf);
  const ofCustomer = paths.filter(([variable]) => variable === 'customer').map(([, attribute]) => attribute);
  const named = ofCustomer.filter((attribute) => attribute !== undefined && !wholeDict.has(attribute));
  const reads = (name: string): boolean => paths.some(([variable]) => variable === name);
  return {
    attributes:
      named.length < ofCustomer.length
        ? 'all'
        : [...new Set(['language', ...named.filter((attribute) => attribute !== undefined)])].sort(),
    ids: reads('customer_ids'),
    event: reads('event'),
    webhook: reads('webhook'),
  };
};
