import { findVariables, renderTemplate, type Template } from '@curlew/jinja';

interface TemplateNeeds {
  /** What it gives everyone at any time; null: it depends on something. */
  readonly constant: { readonly ok: true; readonly text: string } | null;
  /** It reads nothing but what `createShortContext` has. */
  readonly isShort: boolean;
}

const shortNames: ReadonlySet<string> = new Set(['customer', 'project', 'scenario', 'action', 'time']);

// Without variables a template can depend on the clock, the zone and chance alone: whether it asks for one shows.
const findConstant = (template: Template): TemplateNeeds['constant'] => {
  let isAsked = false;
  const ask = <T>(answer: T): T => {
    isAsked = true;
    return answer;
  };
  const rendered = renderTemplate(
    template,
    {},
    {
      get now() {
        return ask(0);
      },
      get timeZone() {
        return ask('UTC');
      },
      get random() {
        return ask(() => 0);
      },
    },
  );
  return rendered.ok && !isAsked ? { ok: true, text: rendered.text } : null;
};

const findNeeds = (template: Template): TemplateNeeds => {
  const names = findVariables(template).map(({ path }) => path[0] ?? '');
  return {
    constant: names.length === 0 ? findConstant(template) : null,
    isShort: names.every((name) => shortNames.has(name)),
  };
};

const known = new WeakMap<Template, TemplateNeeds>();

/** What must be worked out to render a template; found out once for each. */
export const templateNeedsOf = (template: Template): TemplateNeeds => {
  const found = known.get(template);
  if (found) return found;
  const needs = findNeeds(template);
  known.set(template, needs);
  return needs;
};
