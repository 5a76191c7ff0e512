import {
  autocompletion,
  type Completion,
  type CompletionContext,
  type CompletionResult,
  startCompletion,
} from '@codemirror/autocomplete';
import { Facet } from '@codemirror/state';
import { completeTemplate, type TemplateCompletion } from './template-completions.ts';

type Attributes = Readonly<Record<string, unknown>>;

type ApplyArguments = Parameters<Extract<Completion['apply'], (...given: never[]) => void>>;

/** The attributes of the previewed customer. */
export const attributesFacet = Facet.define<Attributes, Attributes>({ combine: ([given]) => given ?? {} });

const toCompletion = ({ label, detail, insert, cursorBack, goesOn }: TemplateCompletion): Completion => ({
  label,
  detail,
  apply: (...[view, , from, to]: ApplyArguments) => {
    const cursor = from + insert.length - cursorBack;
    view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: cursor },
      userEvent: 'input.complete',
    });
    if (goesOn) startCompletion(view);
  },
});

const complete = ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
  const before = state.sliceDoc(0, pos);
  const found = completeTemplate(before, state.facet(attributesFacet));
  if (!found || found.options.length === 0) return null;
  // Not at every space inside a tag: only after a word has begun, or where nothing else can follow.
  if (found.from === pos && !explicit && !/[.|]\s*$|\{[{%]\s?$/.test(before)) return null;
  return { from: found.from, options: found.options.map(toCompletion), validFor: /^\w*$/ };
};

/** Completes variables and filters inside template syntax. Enter takes one; Tab leaves the editor as ever. */
export const templateCompletion = autocompletion({ override: [complete], icons: false });
