import type { Chance } from './random.ts';

const operands =
  `1¦2¦3¦0¦-1¦2.5¦1_000¦0x1F¦0XfF¦0b11¦0o17¦1e3¦1E-2¦1.5e+2¦12_3.4_5¦00¦007¦1_¦0x¦1__0¦1.¦.5¦1e¦'a'¦"b"¦'a' 'b'¦true¦True¦none¦None¦name¦qty¦missing¦words¦[1, 2]¦[1, 2,]¦(1,)¦()¦(1)¦{'a': 1}¦{'a': 1,}¦nums.0¦nested.1.0¦customer.age¦words[0]¦words[-1]¦words[1:]¦words[::-1]¦nums[:-1]¦name[::2]¦name[10:0:-3]¦nums|length¦name|upper¦-5|abs¦customer.first_name¦customer['city']¦'%d' % 5¦(1, 2)¦[[1], [2]][1][0]¦dict(a=1).a¦not true¦{}¦[]`.split(
    '¦',
  );
const operators =
  `+¦-¦*¦/¦//¦%¦**¦~¦==¦!=¦<¦<=¦>¦>=¦and¦or¦in¦not in¦is not¦is¦if¦,¦|¦.¦&¦=¦!¦+ -¦- -¦** -¦and not¦== not¦<>`.split(
    '¦',
  );
const escapes =
  `\\n¦\\t¦\\\\¦\\'¦\\"¦\\x41¦\\u00e9¦\\U0001F44B¦\\N{EURO SIGN}¦\\101¦\\0¦\\7z¦\\q¦\\x4¦\\u12¦\\
¦\n¦é¦👋¦{{¦}}¦%}¦{#¦#}¦\\r\\n¦\\a\\b\\f\\v¦\\8¦\\400¦\\N{NOPE}¦{% raw %}`.split('¦');
const data = ` ¦\n¦  \n  ¦a¦ b ¦\t¦\n\n¦{ {¦}¦%}¦}}¦#}¦{¦%¦\r\n¦ \r ¦# x¦-¦é¦\u00a0¦\u2003`.split('¦');

/** Random operators without brackets, literals of every form, and white space around every kind of tag. */
export class SyntaxCase {
  private readonly chance: Chance;

  constructor(chance: Chance) {
    this.chance = chance;
  }

  make(): string {
    return this.chance.pick([
      () => this.operatorChain(),
      () => this.operatorChain(),
      () => this.stringLiteral(),
      () => this.whiteSpace(),
      () => this.whiteSpace(),
      () => this.tests(),
    ])();
  }

  private operatorChain(): string {
    const { chance } = this;
    let text = chance.pick(operands);
    for (let turn = 1 + chance.number(4); turn > 0; turn -= 1)
      text += ` ${chance.pick(operators.slice(0, chance.happens(0.85) ? 18 : undefined))} ${chance.pick(operands)}`;
    if (chance.happens(0.15)) text = `${text} if ${chance.pick(operands)}`;
    if (chance.happens(0.15)) text = `${text} else ${chance.pick(operands)}`;
    if (chance.happens(0.1)) text = text.replaceAll(' ', '\n');
    return `{{ ${text} }}`;
  }

  private tests(): string {
    const { chance } = this;
    const test = (): string =>
      chance.pick(
        `defined¦not defined¦none¦odd¦divisibleby 3¦divisibleby(2)¦not in [1, 2]¦in 'abc'¦eq 1¦== 1¦string¦mapping¦sameas none¦lt 3 + 1¦gt -1¦in words¦even and true¦ne 'a' ~ 'b'¦string is string¦not none is defined¦eq name|upper¦eq (1, 2)¦in {}`.split(
          '¦',
        ),
      );
    return `{{ ${chance.pick(operands)} is ${test()}${chance.happens(0.4) ? ` ${chance.pick(['and', 'or', '+', '~', 'if', '==', 'is', 'in'])} ${chance.pick(operands)}` : ''} }}`;
  }

  private stringLiteral(): string {
    const { chance } = this;
    const quote = chance.pick(["'", '"']);
    const body = Array.from({ length: chance.number(5) }, () => chance.pick(escapes)).join(
      chance.pick(['', 'x', ' ']),
    );
    const literal = `${quote}${quote === '"' ? body : body.replaceAll("\\'", "'").replaceAll("'", "\\'")}${quote}`;
    return `{{ ${literal}${chance.pick(['', '|length', '|pprint', ' ~ "-"', '|upper', '[1:]'])} }}`;
  }

  private whiteSpace(): string {
    const { chance } = this;
    const sign = (): string => chance.pick(['', '', '-', '+']);
    const piece = (): string =>
      chance.pick([
        () => `{{${sign()} qty ${sign()}}}`,
        () => `{{${chance.pick(['', '-'])}name${chance.pick(['', '-'])}}}`,
        () => `{#${sign()} note ${sign()}#}`,
        () =>
          `{%${sign()} if true ${sign()}%}${chance.pick(data)}x${chance.pick(data)}{%${sign()} endif ${sign()}%}`,
        () => `{%${sign()} set x = 1 ${sign()}%}`,
        () =>
          `{%${sign()} raw ${sign()}%}${chance.pick(data)}{{ x }}${chance.pick(data)}{%${sign()} endraw ${sign()}%}`,
        () =>
          `{%${sign()}for i in nums${sign()}%}${chance.pick(data)}{{ i }}${chance.pick(data)}{%${sign()}endfor${sign()}%}`,
        () => chance.pick(data),
      ])();
    return (
      Array.from({ length: 2 + chance.number(5) }, () => chance.pick(data) + piece()).join('') +
      chance.pick([...data, ''])
    );
  }
}
