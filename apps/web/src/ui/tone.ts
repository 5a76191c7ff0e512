/** What a colour of state says. The word or icon beside it says the same. */
export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad';

export const toneClasses: { readonly [T in Tone]: string } = {
  neutral: 'bg-surface-hover text-ink-muted',
  accent: 'bg-accent-wash text-accent-ink',
  good: 'bg-good-wash text-good',
  warn: 'bg-warn-wash text-warn',
  bad: 'bg-bad-wash text-bad',
};
