import type { AudienceCell, AudienceCount, Spread } from './audience-count.ts';
import { AudienceExamples } from './audience-examples.ts';
import type { MeasuredMessage } from './measure-message.ts';

/** Alike customers, and the first of them by id. */
export interface AlikeCustomers {
  readonly customerId: string;
  /** ISO 3166 code of their numbers; null where it is not known. */
  readonly country: string | null;
  readonly count: number;
  readonly measured: MeasuredMessage;
}

/** Adds up what a message comes to; in which order and in what portions customers are added makes no difference. */
export interface AudienceTally {
  add(customers: AlikeCustomers): void;
  count(): AudienceCount;
}

const widen = (spread: Spread | null, value: number, count: number): Spread => ({
  least: Math.min(spread?.least ?? value, value),
  most: Math.max(spread?.most ?? value, value),
  total: (spread?.total ?? 0) + value * count,
});

type Refusals = AudienceCount['refusals'][number];

const addTo = <K>(counts: Map<K, number>, key: K, count: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + count);
};

const byMost = (one: AudienceCell, other: AudienceCell): number =>
  other.parts - one.parts ||
  `${one.country} ${one.language}`.localeCompare(`${other.country} ${other.language}`, 'en');

/** An empty tally. */
export const createAudienceTally = (): AudienceTally => {
  let customers = 0;
  let messages = 0;
  let parts: Spread | null = null;
  let units: Spread | null = null;
  const byParts = new Map<number, number>();
  const byEncoding = new Map<AudienceCount['byEncoding'][number]['encoding'], number>();
  const refusals = new Map<string, Refusals>();
  const cells = new Map<string, AudienceCell>();
  const examples = new AudienceExamples();

  const addMessages = ({ country, count, measured: { language, length } }: AlikeCustomers): void => {
    if (length === null) throw new Error('a message that leaves has a length, this one has none');
    messages += count;
    parts = widen(parts, length.parts, count);
    units = widen(units, length.units, count);
    addTo(byParts, length.parts, count);
    addTo(byEncoding, length.encoding, count);
    const key = `${country} ${language}`;
    const cell = cells.get(key);
    cells.set(key, {
      country,
      language,
      messages: (cell?.messages ?? 0) + count,
      parts: (cell?.parts ?? 0) + length.parts * count,
    });
  };

  return {
    add: (alike) => {
      const { count, measured } = alike;
      customers += count;
      examples.offer(alike);
      if (measured.refusal === null) return addMessages(alike);
      const { status, type } = measured.refusal;
      const key = `${status} ${type}`;
      refusals.set(key, { status, type, count: (refusals.get(key)?.count ?? 0) + count });
    },
    count: () => ({
      customers,
      messages,
      parts,
      units,
      byParts: [...byParts]
        .sort(([one], [other]) => one - other)
        .map(([number, own]) => ({ parts: number, messages: own })),
      byEncoding: [...byEncoding]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([encoding, own]) => ({ encoding, messages: own })),
      refusals: [...refusals.values()].sort(
        (one, other) => other.count - one.count || (one.type < other.type ? -1 : 1),
      ),
      cells: [...cells.values()].sort(byMost),
      examples: examples.found(),
    }),
  };
};
