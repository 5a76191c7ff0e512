import { builtin } from '../evaluate/signature.ts';
import type { Bound, Builtin } from '../evaluate/signature.ts';
import { isNamePart } from '../syntax/characters.ts';
import { everyCharacter } from '../text/every-character.ts';
import { linkText } from '../text/link-text.ts';
import { quoteUrl } from '../text/quote-url.ts';
import { splitSpaces } from '../text/split-text.ts';
import { codeLength, codeSlice } from '../values/code-points.ts';
import { isIterable } from '../values/is-iterable.ts';
import { iterate } from '../values/iterate.ts';
import { numberOf } from '../values/numbers.ts';
import { textOf } from '../values/text-of.ts';
import { toText } from '../values/to-text.ts';
import { Markup } from '../values/markup.ts';
import { Dict } from '../values/value.ts';
import type { Run, Value } from '../values/value.ts';

function quote(run: Run, value: Value, forQuery: boolean): string {
  const text = toText(run, value);
  run.charge(20 + text.length * 6);
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
      if (pair.length !== 2)
        throw run.fail(
          'value',
          "'urlencode' of a list needs pairs of name and value: write for example [['a', 1]]",
        );
      return `${quote(run, pair[0] ?? null, true)}=${quote(run, pair[1] ?? null, true)}`;
    })
    .join('&');
}

/** A kind of address besides http: its name with a colon, and slashes where it has them. */
function schemeOf(run: Run, value: Value): string {
  const scheme = textOf(value) ?? '';
  const name = scheme.slice(0, Math.max(0, scheme.indexOf(':')));
  const isName =
    name.length >= 2 &&
    everyCharacter(name, (character) => isNamePart(character) || '.+-'.includes(character));
  if (isName && [':', ':/', '://'].includes(scheme.slice(name.length))) return scheme;
  throw run.fail(
    'value',
    `'${toText(run, value)}' is no kind of link for 'urlize': write for example 'tel:'`,
  );
}

/** What is shown of an address. The limit is looked at only where there is a link. */
function shorten(run: Run, args: Bound, address: string): string {
  if (args.value(1) === null) return address;
  const limit = numberOf(args.value(1)) ?? args.integer(1);
  return codeLength(address) > limit ? `${codeSlice(address, 0, args.integer(1))}...` : address;
}

function urlize(run: Run, args: Bound): Value {
  const rel = new Set([
    ...(args.flag(4) ? splitSpaces(args.string(4)) : []),
    ...(args.flag(2) ? ['nofollow'] : []),
    'noopener',
  ]);
  const text = args.text(0);
  run.charge(text.length * 8 + 200);
  const linked = linkText(text, {
    shorten: (address) => shorten(run, args, address),
    rel: [...rel].sort().join(' '),
    target: args.flag(3) ? args.text(3) : undefined,
    schemes: args.value(5) === null ? [] : iterate(run, args.value(5)).map((scheme) => schemeOf(run, scheme)),
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
