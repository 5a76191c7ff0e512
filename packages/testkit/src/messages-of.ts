import type { Effect, EffectOf } from '@curlew/engine';

/** The messages among what a walk wants done, in order. */
export const messagesOf = ({ effects }: { readonly effects: readonly Effect[] }): EffectOf<'message'>[] =>
  effects.filter((effect) => effect.kind === 'message');
