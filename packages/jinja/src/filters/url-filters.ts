import { builtin } from '../evaluate/signature.ts';
import type { Bound, Builtin } from '../evaluate/signature.ts';
import { linkText } from '../text/link-text.ts';
import { quoteUrl } from '../text/quote-url.ts';
import { isIterable } from '../values/is-iterable.ts';
import { iterate } from '../values/iterate.ts';
import { textOf } from '../values/text-of.ts';
import { toText } from '../values/to-text.ts';
import { Dict, Markup } from '../values/value.ts';
import type { Run, Value } from '../values/value.ts';

function quote(run: Run, value: Value, forQuery: boolean): string {
  const text = toText(run, value);
  run.charge(text.length * 4);
  return quoteUrl(text, forQuery);
}

function urlEncode(run: Run, args: Bound): Value {
  const value = args.value(0);
  if (textOf(value) !== undefined || !isIterable(value)) return quote(run, value, false);
  const pairs =
    value instanceof Dict ? [...value.list()] : iterate(run, value).map((item) => iterate(run, item));
  return pairs
    .map((pair) => {
      run.step();
      if (pair.length !== 2) throw run.fail('value', "'urlencode' of a list needs pairs of name and value");
      return `${quote(run, pair[0] ?? null, true)}=${quote(run, pair[1] ?? null, true)}`;
    })
    .join('&');
}

function urlize(run: Run, args: Bound): Value {
  const rel = new Set(
    [
      ...(args.value(4) === null ? '' : args.string(4)).split(' '),
      ...(args.flag(2) ? ['nofollow'] : []),
      'noopener',
    ].filter((part) => part !== ''),
  );
  const schemes =
    args.value(5) === null ? [] : iterate(run, args.value(5)).map((scheme) => toText(run, scheme));
  const text = args.text(0);
  run.charge(text.length * 8);
  const linked = linkText(text, {
    longest: args.value(1) === null ? undefined : args.integer(1),
    rel: [...rel].sort().join(' '),
    target: args.value(3) === null ? undefined : args.string(3),
    schemes,
    isEscaped: args.value(0) instanceof Markup,
  });
  run.charge(linked.length);
  return run.autoescape ? new Markup(linked) : linked;
}

export const urlFilters: readonly (readonly [string, Builtin])[] = [
  builtin('urlencode', ['value'], urlEncode),
  builtin(
    'urlize',
    [
      'value',
      ['trim_url_limit', null],
      ['nofollow', false],
      ['target', null],
      ['rel', null],
      ['extra_schemes', null],
    ],
    urlize,
  ),
];
