import { type LibraryEntry, readRows } from './library-entry.ts';

/** Every tag of the template language, as it stands after `{%`. */
export const tagDocs: readonly LibraryEntry[] = readRows([
  ['if', 'Text only where something holds', '{% if 2 > 1 %}yes{% endif %}', 'yes', 'if $0 %}{% endif %}'],
  [
    'elif',
    'Otherwise, where something else holds',
    '{% if false %}a{% elif true %}b{% endif %}',
    'b',
    'elif $0 %}',
  ],
  ['else', 'Otherwise', '{% if false %}a{% else %}b{% endif %}', 'b', 'else %}$0'],
  [
    'for',
    'Text for each of a list',
    '{% for n in [1, 2] %}{{ n }} {% endfor %}',
    '1 2 ',
    'for item in $0 %}{% endfor %}',
  ],
  [
    'set',
    'Keeps a value under a name',
    "{% set name = 'Jana' %}Hi {{ name }}",
    'Hi Jana',
    'set name = $0 %}',
  ],
  [
    'with',
    'A name that holds inside of it alone',
    '{% with n = 2 %}{{ n }}{% endwith %}',
    '2',
    'with name = $0 %}{% endwith %}',
  ],
  [
    'raw',
    'Text that is no template',
    '{% raw %}{{ as is }}{% endraw %}',
    '{{ as is }}',
    'raw %}$0{% endraw %}',
  ],
  [
    'filter',
    'A filter over a stretch of text',
    '{% filter upper %}sale{% endfilter %}',
    'SALE',
    'filter $0 %}{% endfilter %}',
  ],
  [
    'macro',
    'A piece of text to use several times',
    "{% macro hi(name) %}Hi {{ name }}{% endmacro %}{{ hi('Jana') }}",
    'Hi Jana',
    'macro name($0) %}{% endmacro %}',
  ],
  [
    'call',
    'Hands a stretch of text to a macro',
    '{% macro box() %}[{{ caller() }}]{% endmacro %}{% call box() %}a{% endcall %}',
    '[a]',
    'call $0() %}{% endcall %}',
  ],
  ['print', 'The same as {{ }}', "{% print 'a' %}", 'a', 'print $0 %}'],
  [
    'autoescape',
    'Turns escaping for HTML on or off',
    "{% autoescape true %}{{ '<' }}{% endautoescape %}",
    '&lt;',
    'autoescape $0 %}{% endautoescape %}',
  ],
]);

/** Every function of the template language. */
export const functionDocs: readonly LibraryEntry[] = readRows([
  ['range', 'Numbers in a row', '{{ range(3) | join }}', '012', 'range($0)'],
  ['dict', 'An object of names and values', '{{ dict(a=1).a }}', '1', 'dict($0)'],
  [
    'namespace',
    'A value that a loop can change',
    '{% set n = namespace(sum=0) %}{% for x in [1, 2] %}{% set n.sum = n.sum + x %}{% endfor %}{{ n.sum }}',
    '3',
    'namespace($0)',
  ],
  [
    'cycler',
    'Its values one after another',
    "{% set c = cycler('a', 'b') %}{{ c.next() }}{{ c.next() }}",
    'ab',
    'cycler($0)',
  ],
  [
    'joiner',
    'Nothing at first, then a text between',
    "{% set j = joiner('+') %}{{ j() }}a{{ j() }}b",
    'a+b',
    "joiner('$0, ')",
  ],
  [
    'lipsum',
    'Sample text to try out a length',
    '{{ lipsum(n=1, html=false) is string }}',
    'True',
    'lipsum(n=$01, html=false)',
  ],
]);
