import type { Customer, DataDescription } from '@curlew/contract';
import { formatShare } from '../../../lib/format-number.ts';

/** A property of a customer or of an event, as completion shows it. */
export interface KnownProperty {
  readonly name: string;
  /** In few words, beside the name. */
  readonly detail: string;
  /** In full, one line each. */
  readonly lines: readonly string[];
}

/** What a template can name in this project. */
export interface CompletionData {
  readonly attributes: readonly KnownProperty[];
  readonly ids: readonly KnownProperty[];
  /** Of the events a walk starts from; null where it starts from none. */
  readonly eventProperties: readonly KnownProperty[] | null;
  readonly hasWebhook: boolean;
}

export const emptyCompletionData: CompletionData = {
  attributes: [],
  ids: [],
  eventProperties: null,
  hasWebhook: false,
};

interface DataSources {
  /** Undefined while there is no answer. */
  readonly data: DataDescription | undefined;
  /** The previewed one. */
  readonly customer: Pick<Customer, 'name' | 'attributes' | 'ids'> | null;
  readonly way: { readonly startEvents: readonly string[]; readonly hasWebhook: boolean };
}

const longestValue = 24;

/** A value in the few characters a list has for it. */
export const showValue = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > longestValue ? `${text.slice(0, longestValue - 1)}…` : text;
};

const examplesLine = (examples: readonly string[]): string[] =>
  examples.length === 0 ? [] : [`For example ${examples.map(showValue).join(', ')}`];

const attributesOf = ({ data, customer }: DataSources): KnownProperty[] => {
  const valueLine = (name: string): string[] =>
    customer && Object.hasOwn(customer.attributes, name)
      ? [`${customer.name}: ${showValue(customer.attributes[name])}`]
      : [];
  if (!data) {
    return Object.entries(customer?.attributes ?? {}).map(([name, value]) => ({
      name,
      detail: showValue(value),
      lines: valueLine(name),
    }));
  }
  return data.attributes.map(({ name, type, examples, share }) => ({
    name,
    detail: `${type}, ${formatShare(share, 1)}`,
    lines: [
      `A ${type} that ${formatShare(share, 1)} of customers have`,
      ...examplesLine(examples),
      ...valueLine(name),
    ],
  }));
};

const ownEventProperties: readonly KnownProperty[] = [
  { name: 'type', detail: 'text', lines: ['The name of the event'] },
  { name: 'timestamp', detail: 'date', lines: ['When it happened'] },
];

const eventPropertiesOf = ({ data, way }: DataSources): KnownProperty[] | null => {
  if (way.startEvents.length === 0) return null;
  const events = data?.events.filter(({ type }) => way.startEvents.includes(type)) ?? [];
  const properties = events.flatMap((event) =>
    event.properties.map(({ name, type, examples }) => ({
      name,
      detail: type,
      lines: [`A ${type} of “${event.type}”`, ...examplesLine(examples)],
    })),
  );
  const names = new Set(properties.map(({ name }) => name));
  return [
    ...properties.filter(({ name }, index) => properties.findIndex((one) => one.name === name) === index),
    ...ownEventProperties.filter(({ name }) => !names.has(name)),
  ];
};

/** Puts together what can be named: what is known of the project's data, with the previewed customer's values. */
export const createCompletionData = (sources: DataSources): CompletionData => ({
  attributes: attributesOf(sources),
  ids: Object.entries(sources.customer?.ids ?? {}).map(([name, values]) => ({
    name,
    detail: showValue(values.join(', ')),
    lines: [`${sources.customer?.name ?? ''}: ${showValue(values.join(', '))}`],
  })),
  eventProperties: eventPropertiesOf(sources),
  hasWebhook: sources.way.hasWebhook,
});
