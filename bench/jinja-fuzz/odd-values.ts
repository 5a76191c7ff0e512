const table = (entries: string): readonly string[] => entries.split('¦');

/** Values of every type, the odd ones among them; `¦` stands between the entries. */
export const oddValues = table(
  `none¦missing¦customer.nope¦true¦false¦0¦1¦-1¦3¦255¦1_000¦0x1f¦0b101¦0o17¦10**20¦-(10**20)¦2.5¦-0.5¦0.0¦-0.0¦1.0¦1e3¦1e16¦1e-7¦123456.789¦2.675¦big * 1e300¦-(big * 1e300)¦big * 1e300 - big * 1e300¦''¦' '¦'abc'¦'ABC def'¦'12'¦' -7 '¦'3.75'¦'1e3'¦'0x1A'¦'1_000'¦'ß'¦'İstanbul'¦'ǆ ﬁn'¦'a👋🏽b'¦'é'¦'ŽLUŤOUČKÝ kůň'¦"it's"¦'<b>T&amp;C</b> & more'¦'a-b c-d'¦'line one\\nline two\\r\\nthree'¦'\\ta\\tb'¦'k=v&x=1'¦'http://ex.am/?a=1&b=2'¦'see www.ex.com, mail a@b.cz.'¦'50% off'¦'%s and %d'¦'{} and {0}'¦[]¦[1, 2, 3]¦['b', 'A', 'c', 'a']¦[3, 1.5, true]¦[none, 1]¦['a', 1]¦[[1, 'a'], [2, 'b']]¦[{'a': 1}, {'a': 2}, {'b': 3}]¦()¦(1,)¦(1, 'b', 2.0)¦{}¦{'a': 1}¦{'b': none, 'a': '<x>', 'C': missing}¦{1: 'one', 'k': [1, 2]}¦{2: 1, 1: 2}¦range(4)¦range(5, 0, -2)¦nums|map('string')¦words|select¦'<i>x</i>'|safe¦'a & b'|e¦stock.keys()¦stock.values()¦stock.items()¦namespace(a=1)¦customer¦items¦people¦words¦nums¦floats¦mixed¦name¦price¦text¦customer.first_name¦stock¦prices¦order¦multi¦emoji¦html¦nested¦pairs¦tree`,
);

/** Arguments a filter or method may be handed by mistake. */
export const oddArguments = table(
  `none¦missing¦true¦false¦0¦1¦2¦3¦5¦-1¦-2¦10¦20¦2.5¦1.0¦''¦' '¦'a'¦'b'¦', '¦'-'¦'xy'¦'…'¦'👋'¦'name'¦'price'¦'address.city'¦'cat,name'¦'0'¦[1]¦[]¦{}¦(1, 2)¦('a', 'b')¦'<br>'|safe¦'ceil'¦'floor'¦'common'¦'value'¦'key'¦'upper'¦'odd'¦name¦qty`,
);

/** Filters with the parameters they declare. */
export const filterParameters: readonly (readonly [name: string, ...parameters: readonly string[]])[] = [
  ['abs'],
  ['attr', 'name'],
  ['batch', 'linecount', 'fill_with'],
  ['capitalize'],
  ['center', 'width'],
  ['count'],
  ['default', 'default_value', 'boolean'],
  ['d', 'default_value', 'boolean'],
  ['dictsort', 'case_sensitive', 'by', 'reverse'],
  ['e'],
  ['escape'],
  ['filesizeformat', 'binary'],
  ['first'],
  ['float', 'default'],
  ['forceescape'],
  ['format', 'a'],
  ['groupby', 'attribute', 'default', 'case_sensitive'],
  ['indent', 'width', 'first', 'blank'],
  ['int', 'default', 'base'],
  ['items'],
  ['join', 'd', 'attribute'],
  ['last'],
  ['length'],
  ['list'],
  ['lower'],
  ['map', 'attribute', 'default'],
  ['max', 'case_sensitive', 'attribute'],
  ['min', 'case_sensitive', 'attribute'],
  ['pprint'],
  ['reject', 'test'],
  ['rejectattr', 'attribute', 'test'],
  ['replace', 'old', 'new', 'count'],
  ['reverse'],
  ['round', 'precision', 'method'],
  ['safe'],
  ['select', 'test'],
  ['selectattr', 'attribute', 'test'],
  ['slice', 'slices', 'fill_with'],
  ['sort', 'reverse', 'case_sensitive', 'attribute'],
  ['string'],
  ['striptags'],
  ['sum', 'attribute', 'start'],
  ['title'],
  ['tojson', 'indent'],
  ['trim', 'chars'],
  ['truncate', 'length', 'killwords', 'end', 'leeway'],
  ['unique', 'case_sensitive', 'attribute'],
  ['upper'],
  ['urlencode'],
  ['urlize', 'trim_url_limit', 'nofollow', 'target', 'rel', 'extra_schemes'],
  ['wordcount'],
  ['wordwrap', 'width', 'break_long_words', 'wrapstring', 'break_on_hyphens'],
  ['xmlattr', 'autospace'],
];

/** Tests and how many arguments they take. */
export const testArguments: readonly (readonly [name: string, count: number])[] = [
  ...table(
    `boolean¦callable¦defined¦escaped¦even¦false¦filter¦float¦integer¦iterable¦lower¦mapping¦none¦number¦odd¦sequence¦string¦test¦true¦undefined¦upper`,
  ).map((name) => [name, 0] as const),
  ...table(`divisibleby¦eq¦equalto¦ge¦greaterthan¦gt¦in¦le¦lessthan¦lt¦ne¦sameas`).map(
    (name) => [name, 1] as const,
  ),
];

/** Methods of Python's values and how many arguments they take at most. */
export const methodArguments: readonly (readonly [name: string, most: number])[] = [
  ...table(
    `capitalize¦casefold¦isalnum¦isalpha¦isascii¦isdecimal¦isdigit¦isidentifier¦islower¦isnumeric¦isprintable¦isspace¦istitle¦isupper¦lower¦swapcase¦title¦upper¦keys¦values¦items¦copy¦popitem¦clear¦reverse¦is_integer¦bit_length¦conjugate`,
  ).map((name) => [name, 0] as const),
  ...table(
    `expandtabs¦removeprefix¦removesuffix¦partition¦rpartition¦strip¦lstrip¦rstrip¦zfill¦join¦splitlines¦append¦extend¦remove¦format_map`,
  ).map((name) => [name, 1] as const),
  ...table(`center¦ljust¦rjust¦split¦rsplit¦get¦setdefault¦pop¦fromkeys¦insert`).map(
    (name) => [name, 2] as const,
  ),
  ...table(`count¦find¦rfind¦index¦rindex¦startswith¦endswith¦replace`).map((name) => [name, 3] as const),
  ['sort', 0],
  ['update', 1],
];
