import { createRender } from '../create-render.ts';
import type { CustomerFacts, MessageFacts } from '../facts.ts';
import type { NodeInput, NodeOutcome } from '../node-outcome.ts';
import { readDateAttribute } from '../read-attributes.ts';
import { readRendered } from '../read-rendered.ts';

/** A customer of this node's own, who changes with each value that is written. */
interface Draft extends CustomerFacts {
  readonly attributes: Record<string, unknown>;
  readonly stored?: Record<string, unknown>;
  phone: CustomerFacts['phone'];
  isUnusable: boolean;
}

const draftOf = (customer: CustomerFacts): Draft => {
  const { attributes, stored } = customer;
  return { ...customer, attributes: { ...attributes }, ...(stored ? { stored: { ...stored } } : {}) };
};

const put = (values: Record<string, unknown>, name: string, value: unknown): void => {
  if (value === null) Reflect.deleteProperty(values, name);
  // Assignment would take it for something else than a name.
  else if (name === '__proto__')
    Object.defineProperty(values, name, { value, writable: true, enumerable: true, configurable: true });
  else values[name] = value;
};

const write = (draft: Draft, [name, value]: readonly [string, unknown], facts: MessageFacts): void => {
  put(draft.attributes, name, facts.dateAttributes?.has(name) ? readDateAttribute(value) : value);
  if (draft.stored) put(draft.stored, name, value);
  if (name !== 'phone' || !facts.readPhone) return;
  const phone = facts.readPhone(value);
  // Of another number nobody has said that it cannot be reached.
  if (phone.e164 !== draft.phone.e164) draft.isUnusable = false;
  draft.phone = phone;
};

/**
 * A Set attribute node writes what its templates give, one after the other, so that a later one sees what was written before;
 * what could not be written is told, and the walk goes on.
 */
export const executeSetAttribute = ({
  node,
  customer,
  facts,
  memory,
}: NodeInput<'set_attribute'>): NodeOutcome => {
  const draft = draftOf(customer);
  const values: [name: string, value: unknown][] = [];
  const failed: string[] = [];
  for (const { name: typed, type, value } of node.settings.attributes) {
    const name = typed.trim();
    const written = readRendered(type, createRender(node, draft, facts)(memory.compile(value)));
    if (!written.ok) {
      failed.push(name);
      continue;
    }
    values.push([name, written.value]);
    write(draft, [name, written.value], facts);
  }
  return {
    kind: 'leave',
    output: 'out',
    ...(values.length === 0
      ? {}
      : { effects: [{ kind: 'attributes', values: Object.fromEntries(values) }], customer: draft }),
    ...(failed.length === 0 ? {} : { why: failed.slice(0, 10) }),
  };
};
