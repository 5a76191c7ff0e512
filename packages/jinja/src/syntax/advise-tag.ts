import type { TemplateErrorCode } from '../template-error.ts';

/** Every tag that can be used. */
export const tagNames: readonly string[] = [
  'if',
  'for',
  'set',
  'macro',
  'call',
  'filter',
  'with',
  'autoescape',
  'print',
  'raw',
  'elif',
  'else',
];

interface TagAdvice {
  readonly code: TemplateErrorCode;
  readonly message: string;
}

const otherTemplates = 'a message cannot use other templates: put the text into this message';
const advice: ReadonlyMap<string, TagAdvice> = new Map(
  [
    ...['include', 'import', 'from', 'extends'].map(
      (tag) => [tag, 'not_supported', `'${tag}' is not available: ${otherTemplates}`] as const,
    ),
    ...['block', 'endblock'].map(
      (tag) => [tag, 'not_supported', `'${tag}' is not available: ${otherTemplates}`] as const,
    ),
    ['trans', 'not_supported', "'trans' is not available: use the language versions of the message"] as const,
    ['elseif', 'unknown_tag', "write 'elif' instead of 'elseif'"] as const,
    ['elsif', 'unknown_tag', "write 'elif' instead of 'elsif'"] as const,
    ['do', 'unknown_tag', "'do' is not available: write {% set ignored = ... %}"] as const,
    [
      'break',
      'unknown_tag',
      "'break' is not available: limit the list, for example 'for item in items[:3]'",
    ] as const,
    [
      'continue',
      'unknown_tag',
      "'continue' is not available: put the rest of the loop into an 'if'",
    ] as const,
    ['unless', 'unknown_tag', "'unless' is not available: write {% if not ... %}"] as const,
    ['assign', 'unknown_tag', "write 'set' instead of 'assign'"] as const,
    ['capture', 'unknown_tag', "'capture' is not available: write {% set name %}...{% endset %}"] as const,
    ['comment', 'unknown_tag', "'comment' is not available: write {# ... #}"] as const,
    ['case', 'unknown_tag', "'case' is not available: use 'if', 'elif' and 'else'"] as const,
    ['foreach', 'unknown_tag', "write 'for item in items'"] as const,
    ['switch', 'unknown_tag', "'switch' is not available: use 'if', 'elif' and 'else'"] as const,
  ].map(([tag, code, message]) => [tag, { code, message }]),
);

/** What to write instead of a tag that other template languages (or other set-ups of this one) have. */
export function adviseTag(name: string): TagAdvice | undefined {
  return advice.get(name);
}
