import {
  createAudienceTally,
  createChance,
  fixMessages,
  measureMessage,
  prepareMessage,
  sampleIdentityToken,
  slugLength,
  type AudienceCount,
  type MeasuredMessage,
  type MessageFacts,
  type PreparedMessage,
} from '@curlew/engine';
import type { NodeOf } from '@curlew/scenario';
import {
  createLineReader,
  fieldEnd,
  idLength,
  lineEnd,
  type LineLayout,
} from '../customers/projected-line.ts';

/** All that counting needs besides the customers; plain data, so that it can be handed to a thread. */
export interface Counting {
  readonly node: NodeOf<'sms'>;
  readonly facts: Omit<MessageFacts, 'shortener' | 'newIdentityToken' | 'readPhone' | 'sources' | 'chance'>;
  /** What short links begin with; null where there are none. */
  readonly linkBase: string | null;
  readonly layout: LineLayout;
}

/** What came out: the message as it is, and with every safe replacement made; null where there is none to make. */
export interface Counted {
  readonly count: AudienceCount;
  readonly fixed: Pick<AudienceCount, 'messages' | 'parts' | 'cells'> | null;
}

/** Customers of whom everything the message reads is the same: it is rendered for the first of them. */
interface Group {
  readonly customerId: string;
  readonly country: string | null;
  readonly measured: MeasuredMessage;
  readonly fixed: MeasuredMessage | null;
  count: number;
}

// A group keeps the page that it was first seen in: neither may grow without end.
const mostGroups = 50_000;
const mostPages = 50;

/** Counts pages of projected customers, each exactly as the gate decides on it. */
export class LineCounter {
  private readonly message: PreparedMessage;
  private readonly fixedMessage: PreparedMessage | null;
  private readonly facts: MessageFacts;
  private readonly read: ReturnType<typeof createLineReader>;
  private readonly tally = createAudienceTally();
  private readonly fixedTally = createAudienceTally();
  private groups = new Map<string, Group>();
  private pages = 0;
  /** Whether the message in hand asked for something that is this customer's alone. */
  private isPersonal = false;

  constructor({ node, facts, linkBase, layout }: Counting) {
    const fixed = fixMessages(node);
    this.message = prepareMessage(node);
    this.fixedMessage = fixed && prepareMessage(fixed);
    this.read = createLineReader(layout);
    this.facts = {
      ...facts,
      newIdentityToken: () => sampleIdentityToken,
      // Every slug is as long, in letters that cost one unit: nobody will follow this one.
      ...(linkBase !== null && { shortener: { base: linkBase, newSlug: () => 'x'.repeat(slugLength) } }),
      chance: (seed) => {
        const draw = createChance(seed);
        return () => {
          this.isPersonal = true;
          return draw();
        };
      },
    };
  }

  /** Counts a page; returns how many customers were on it. */
  add(page: string): number {
    let customers = 0;
    for (let start = 0; start < page.length; customers += 1) {
      const found = page.indexOf(lineEnd, start);
      const end = found === -1 ? page.length : found;
      // What is read of a customer, and nothing else of who they are.
      const line = page.slice(start + idLength + fieldEnd.length, end);
      const group = this.groups.get(line);
      if (group === undefined) this.addFirst(page.slice(start, start + idLength), line);
      else group.count += 1;
      start = end + lineEnd.length;
    }
    this.pages += 1;
    if (this.groups.size > mostGroups || this.pages > mostPages) this.settle();
    return customers;
  }

  counted(): Counted {
    this.settle();
    const { messages, parts, cells } = this.fixedTally.count();
    return {
      count: this.tally.count(),
      fixed: this.fixedMessage === null ? null : { messages, parts, cells },
    };
  }

  private addFirst(customerId: string, line: string): void {
    this.isPersonal = false;
    const { customer, country } = this.read(customerId, line);
    const measured = measureMessage(this.message, customer, this.facts);
    const fixed = this.fixedMessage && measureMessage(this.fixedMessage, customer, this.facts);
    const group = { customerId, country, measured, fixed, count: 1 };
    if (this.isPersonal) this.addGroup(group);
    else this.groups.set(line, group);
  }

  private addGroup({ customerId, country, measured, fixed, count }: Group): void {
    this.tally.add({ customerId, country, count, measured });
    if (fixed) this.fixedTally.add({ customerId, country, count, measured: fixed });
  }

  private settle(): void {
    for (const group of this.groups.values()) this.addGroup(group);
    this.groups = new Map();
    this.pages = 0;
  }
}
