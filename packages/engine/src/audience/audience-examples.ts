import type { AudienceCount, AudienceExample } from './audience-count.ts';
import type { MeasuredMessage } from './measure-message.ts';

/** A customer and what their message comes to. */
interface Seen {
  readonly customerId: string;
  readonly measured: MeasuredMessage;
}

const toExample = ({ customerId, measured: { language, length } }: Seen): AudienceExample => ({
  customerId,
  language,
  length,
});

/** Keeps the best of all that is offered; of two that are alike the one with the smaller id. */
class Best {
  private best: Seen | null = null;
  private readonly compare: (one: Seen, other: Seen) => number;

  constructor(compare: (one: Seen, other: Seen) => number = () => 0) {
    this.compare = compare;
  }

  offer(seen: Seen): void {
    const { best } = this;
    const order = best === null ? 1 : this.compare(seen, best);
    if (best === null || order > 0 || (order === 0 && seen.customerId < best.customerId)) this.best = seen;
  }

  example(): AudienceExample | null {
    return this.best && toExample(this.best);
  }
}

const units = ({ measured }: Seen): number => measured.length?.units ?? 0;
const parts = ({ measured }: Seen): number => measured.length?.parts ?? 0;
const leaves = ({ measured }: Seen): number => (measured.refusal === null ? 1 : 0);

/** Finds the customers worth looking at; the order in which they are offered makes no difference. */
export class AudienceExamples {
  private readonly longest = new Best((one, other) => units(one) - units(other));
  private readonly shortest = new Best((one, other) => units(other) - units(one));
  private readonly mostParts = new Best(
    (one, other) => parts(one) - parts(other) || units(one) - units(other),
  );
  private readonly fails = new Best();
  private readonly noPhone = new Best();
  private readonly byLanguage = new Map<string, Best>();

  offer(seen: Seen): void {
    const { language, length, refusal } = seen.measured;
    const own = this.byLanguage.get(language) ?? new Best((one, other) => leaves(one) - leaves(other));
    this.byLanguage.set(language, own);
    own.offer(seen);
    if (refusal?.type === 'template_error') this.fails.offer(seen);
    if (refusal?.type === 'no_phone') this.noPhone.offer(seen);
    if (length === null) return;
    this.longest.offer(seen);
    this.shortest.offer(seen);
    this.mostParts.offer(seen);
  }

  found(): AudienceCount['examples'] {
    return {
      longest: this.longest.example(),
      shortest: this.shortest.example(),
      mostParts: this.mostParts.example(),
      fails: this.fails.example(),
      noPhone: this.noPhone.example(),
      byLanguage: [...this.byLanguage]
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .flatMap(([, own]) => own.example() ?? []),
    };
  }
}
