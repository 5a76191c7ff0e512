import type { CustomerFacts, MessageFacts } from '../facts.ts';
import type { NodeInput, NodeOutcome } from '../node-outcome.ts';
import { renderValues } from '../render-values.ts';

type Values = readonly (readonly [name: string, value: unknown])[];

// From entries and not by assignment, which would take `__proto__` for something else than a name.
const write = (attributes: Readonly<Record<string, unknown>>, values: Values): Record<string, unknown> => {
  const written = new Map([...Object.entries(attributes), ...values]);
  return Object.fromEntries([...written].filter(([, value]) => value !== null));
};

const change = (customer: CustomerFacts, values: Values, { readPhone }: MessageFacts): CustomerFacts => {
  const phone = values.findLast(([name]) => name === 'phone');
  return {
    ...customer,
    attributes: write(customer.attributes, values),
    ...(customer.stored ? { stored: write(customer.stored, values) } : {}),
    ...(phone && readPhone ? { phone: readPhone(phone[1]) } : {}),
  };
};

/** A Set attribute node writes what its templates give; what could not be written is told, and the walk goes on. */
export const executeSetAttribute = (input: NodeInput<'set_attribute'>): NodeOutcome => {
  const { node, customer, facts } = input;
  const { values, failed } = renderValues(node, node.settings.attributes, input);
  const why = failed.length === 0 ? {} : { why: failed.slice(0, 10) };
  if (values.length === 0) return { kind: 'leave', output: 'out', ...why };
  return {
    kind: 'leave',
    output: 'out',
    effects: [{ kind: 'attributes', values: Object.fromEntries(values) }],
    customer: change(customer, values, facts),
    ...why,
  };
};
