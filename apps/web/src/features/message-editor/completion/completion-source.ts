import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  type CompletionSection,
} from '@codemirror/autocomplete';
import { Facet } from '@codemirror/state';
import { applyCompletion } from './apply-completion.ts';
import { type CompletionData, emptyCompletionData } from './completion-data.ts';
import { createCompletionInfo } from './completion-info.ts';
import { completeTemplate } from './template-completions.ts';
import type { TemplateCompletion } from './template-completion.ts';

type ApplyArguments = Parameters<Extract<Completion['apply'], (...given: never[]) => void>>;

/** What of the project completion can offer. */
export const completionDataFacet = Facet.define<CompletionData, CompletionData>({
  combine: ([given]) => given ?? emptyCompletionData,
});

const sections: { readonly [K in TemplateCompletion['kind']]?: CompletionSection } = {
  function: { name: 'Functions', rank: 1 },
  snippet: { name: 'Snippets', rank: 2 },
};

const toCompletion = (option: TemplateCompletion, index: number): Completion => ({
  label: option.label,
  detail: option.detail,
  type: option.kind,
  // The list keeps its own order as long as nothing is typed: what is used most stands first.
  boost: -Math.min(index, 98),
  info: () => createCompletionInfo(option),
  ...(sections[option.kind] ? { section: sections[option.kind] } : {}),
  apply: (...[view, , from, to]: ApplyArguments) => applyCompletion(view, option, { from, to }),
});

const complete = ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
  const before = state.sliceDoc(0, pos);
  const found = completeTemplate(before, state.facet(completionDataFacet));
  const [first] = found?.options ?? [];
  if (!found || !first) return null;
  // Plain text is what people type most: there only whoever asks is helped.
  if (first.kind === 'snippet' && !explicit) return null;
  // Not at every space inside a tag: only after a word has begun, or where nothing else can follow.
  if (found.from === pos && !explicit && !/[.|]\s*$|\{[{%]\s?$|\bis\s$/.test(before)) return null;
  return { from: found.from, options: found.options.map(toCompletion), validFor: /^\w*$/ };
};

/** Completes what a template can say. Enter takes one; Tab leaves the editor as ever. */
export const templateCompletion = autocompletion({
  override: [complete],
  icons: false,
  maxRenderedOptions: 60,
});
