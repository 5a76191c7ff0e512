/** What a template of the model may read. */
export interface PlainFacts {
  readonly now: number;
  /** Undefined where they have none. */
  readonly n: string | number | undefined;
  /** Undefined before any webhook. */
  readonly webhook: unknown;
  readonly event: { readonly k?: string } | undefined;
}

const codeOf = (webhook: unknown): string =>
  typeof webhook === 'object' && webhook !== null && 'code' in webhook ? String(webhook.code) : 'none';

/** Templates with what they give, written by hand; undefined: a template error. */
export const plainTemplates: Readonly<Record<string, (facts: PlainFacts) => string | undefined>> = {
  '7': () => '7',
  ' gold ': () => ' gold ',
  '': () => '',
  '2.9': () => '2.9',
  '{{ customer.n }}': ({ n }) => (n === undefined ? '' : String(n)),
  '{{ customer.n + 1 }}': ({ n }) => (typeof n === 'number' ? String(n + 1) : undefined),
  '{{ time % 50 }}': ({ now }) => String(Math.floor(now / 1_000) % 50),
  '{{ webhook.code|default("none") }}': ({ webhook }) =>
    webhook === undefined ? undefined : codeOf(webhook),
  '{{ event.k }}': ({ event }) => (event === undefined ? undefined : (event.k ?? '')),
  '{{ 1 // 0 }}': () => undefined,
};
