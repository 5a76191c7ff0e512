import type { Ending } from './node-outcome.ts';

/** Why walks end early: by themselves, or as their run was stopped or another version took its place. */
type EndingCode = Ending['code'] | 'stopped' | 'left';

const words: { readonly [C in EndingCode]: string } = {
  moment_past: 'Their moment was past when the scenario was started',
  template_error: 'The expression could not be rendered',
  no_number: 'The expression gave no number',
  too_many_steps: 'The walk went round without end and was ended',
  stopped: 'The scenario was stopped',
  left: 'A new version took its place, and they left',
};

const isEndingCode = (code: string): code is EndingCode => Object.hasOwn(words, code);

/** Why a walk ended before the end of its way, in words; an unknown code is shown as it is. */
export const describeEnding = (code: string): string => (isEndingCode(code) ? words[code] : code);
