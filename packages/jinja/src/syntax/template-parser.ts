import { TemplateFailure } from '../template-error.ts';
import type {
  Argument,
  Autoescape,
  Block,
  Caller,
  Capture,
  Expression,
  Filter,
  For,
  If,
  Macro,
  Output,
  Parameter,
  SetNode,
  Statement,
  Target,
  With,
} from './ast.ts';
import { usesName } from './uses-name.ts';
import { BodyParser } from './body-parser.ts';
import { makeNode } from './make-node.ts';
import type { Token } from './token.ts';
import { describeToken } from './token-stream.ts';

const maxAlternatives = 500;

/** nunjucks' Parser with Jinja2's statements (jinja2/parser.py, 3.1). */
export class TemplateParser extends BodyParser {
  private alternatives = 0;

  protected override parseNamedTag(token: Token, start: Token): Statement | undefined {
    switch (token.value) {
      case 'if':
        return this.parseIf(token);
      case 'for':
        return this.parseFor(token);
      case 'set':
        return this.parseSet(token);
      case 'macro':
        return this.parseMacro(token);
      case 'call':
        return this.parseCallBlock(token);
      case 'filter':
        return this.parseFilterBlock(token);
      case 'with':
        return this.parseWith(token);
      case 'autoescape':
        return this.parseAutoescape(token);
      case 'print':
        return this.parsePrint(token);
      default:
        return this.refuseTag(token, start);
    }
  }

  private parseIf(token: Token): If {
    const cond = this.parseTuple({ conditional: false });
    const { body, ending } = this.parseBody(token, ['elif', 'else', 'endif']);
    return makeNode('If', this.placeFrom(token), cond, body, this.parseElse(ending));
  }

  /** A long list of alternatives is common and not deep to its author; only its number is limited. */
  private parseElif(token: Token): If {
    if (this.alternatives >= maxAlternatives) {
      throw new TemplateFailure(
        'too_deep',
        `there are more than ${maxAlternatives} alternatives here: look the value up in a dictionary`,
        token,
      );
    }
    this.alternatives += 1;
    const node = this.parseIf(token);
    this.alternatives -= 1;
    return node;
  }

  private parseElse(ending: Token): Block | If | null {
    if (ending.value === 'elif') return this.parseElif(ending);
    return ending.value === 'else' ? this.parseBody(ending, ['endif']).body : null;
  }

  private parseFor(token: Token): For {
    const target = this.parseTarget();
    this.refuseLoopTarget(target);
    this.take('symbol', "'in'", 'in');
    const arr = this.parseTuple({ conditional: false });
    const test = this.skipSymbol('if') ? this.parseExpression() : null;
    const recursive = this.skipSymbol('recursive');
    const place = this.placeFrom(token);
    const { body, ending } = this.parseBody(token, ['else', 'endfor']);
    const otherwise = ending.value === 'else' ? this.parseBody(ending, ['endfor']).body : null;
    const node = makeNode('For', place, arr, target, body, otherwise);
    node.test = test;
    node.recursive = recursive;
    return node;
  }

  private refuseLoopTarget(target: Target): void {
    if (target.typename === 'Group')
      for (const child of target.children) this.refuseLoopTarget(child as Target);
    else if (target.typename === 'Symbol' && target.value === 'loop')
      throw new TemplateFailure(
        'syntax',
        "'loop' is the name of the loop itself: choose another name",
        target,
      );
  }

  /** Names that may be assigned to: one, several with commas, or nested in parentheses. */
  private parseTarget(): Target {
    return this.asTarget(this.parseTuple({ simplified: true }));
  }

  private asTarget(expression: Expression): Target {
    if (expression.typename === 'Symbol') return expression;
    if (expression.typename === 'Group' && expression.children.length > 0) {
      for (const child of expression.children) this.asTarget(child);
      return expression;
    }
    throw new TemplateFailure('syntax', 'expected a name to store the value in', expression);
  }

  private parseSet(token: Token): SetNode {
    const target = this.lookAhead()?.value === '.' ? this.parseNamespaceTarget() : this.parseTarget();
    if (this.skipValue('operator', '=')) {
      const value = this.parseTuple();
      return makeNode('Set', this.placeFrom(token), [target], value);
    }
    const capture: Capture = makeNode('Capture', token, null);
    let filtered: Expression = capture;
    while (this.skip('pipe')) filtered = this.parseFilterCall(filtered);
    if (!this.nextIs('block-end'))
      throw this.failure(`expected '=' or '%}', but found ${describeToken(this.peekToken())}`);
    capture.body = this.parseBody(token, ['endset']).body;
    return makeNode('Set', this.placeFrom(token), [target], filtered);
  }

  private parseNamespaceTarget(): Target {
    const token = this.take('symbol', 'a name');
    this.take('operator', "'.'", '.');
    const attribute = this.take('symbol', "a name after '.'");
    const lookup = makeNode(
      'LookupVal',
      this.placeFrom(token),
      makeNode('Symbol', token, token.value),
      makeNode('Literal', attribute, attribute.value),
    );
    lookup.attribute = true;
    return lookup;
  }

  /** The parameters of a macro or call block, in parentheses. */
  private parseParameters(): Parameter[] {
    const parameters: Parameter[] = [];
    const names = new Set<string>();
    this.take('left-paren', "'(' and the parameters");
    while (!this.skip('right-paren')) {
      if (parameters.length > 0) this.take('comma', "',' or ')'");
      const token = this.take('symbol', 'the name of a parameter');
      const name = token.value;
      const fallback = this.skipValue('operator', '=') ? this.parseExpression() : null;
      if (names.has(name))
        throw new TemplateFailure(
          'syntax',
          `there are two parameters with the name '${name}': rename one`,
          token,
        );
      names.add(name);
      if (fallback === null && parameters.at(-1)?.fallback)
        throw this.failure('a parameter without a default cannot follow one that has a default');
      parameters.push({ name, fallback });
    }
    return parameters;
  }

  private parseMacro(token: Token): Macro {
    const nameToken = this.take('symbol', 'the name of the macro');
    const name = makeNode('Symbol', nameToken, nameToken.value);
    const parameters = this.parseParameters();
    const { body } = this.parseBody(token, ['endmacro']);
    refuseCaller(parameters, body, nameToken);
    const node = makeNode('Macro', this.placeFrom(token), name, null, body);
    node.parameters = parameters;
    return node;
  }

  private parseCallBlock(token: Token): Output {
    const parameters = this.nextIs('left-paren') ? this.parseParameters() : [];
    const call = this.parseExpression();
    if (call.typename !== 'FunCall')
      throw new TemplateFailure('syntax', "'call' needs a macro call: {% call name() %}", call);
    const { body } = this.parseBody(token, ['endcall']);
    refuseCaller(parameters, body, token);
    if (call.args.children.some((argument) => namesCaller(argument)))
      throw new TemplateFailure(
        'syntax',
        "'caller' is what the call block hands over: remove caller=...",
        call,
      );
    const caller: Caller = makeNode(
      'Caller',
      this.placeFrom(token),
      makeNode('Symbol', token, 'caller'),
      null,
      body,
    );
    caller.parameters = parameters;
    const args = makeNode('NodeList', call.args, withCaller(call.args.children, caller));
    return makeNode('Output', this.placeFrom(token), [makeNode('FunCall', call, call.name, args)]);
  }

  private parseFilterBlock(token: Token): Output {
    const capture: Capture = makeNode('Capture', token, null);
    let filter: Filter = this.parseFilterCall(capture);
    while (this.skip('pipe')) filter = this.parseFilterCall(filter);
    capture.body = this.parseBody(token, ['endfilter']).body;
    return makeNode('Output', this.placeFrom(token), [filter]);
  }

  private parseWith(token: Token): With {
    const targets: Target[] = [];
    const values: Expression[] = [];
    while (!this.nextIs('block-end')) {
      if (targets.length > 0) this.take('comma', "',' or '%}'");
      targets.push(this.parseTarget());
      this.take('operator', "'='", '=');
      values.push(this.parseExpression());
    }
    const { body } = this.parseBody(token, ['endwith']);
    return makeNode('With', this.placeFrom(token), targets, values, body);
  }

  private parseAutoescape(token: Token): Autoescape {
    const enabled = this.parseExpression();
    const { body } = this.parseBody(token, ['endautoescape']);
    return makeNode('Autoescape', this.placeFrom(token), enabled, body);
  }

  private parsePrint(token: Token): Output {
    const children: Expression[] = [];
    while (!this.nextIs('block-end')) {
      if (children.length > 0) this.take('comma', "',' or '%}'");
      children.push(this.parseExpression());
    }
    return makeNode('Output', this.placeFrom(token), children);
  }
}

/** A macro that uses `caller` has it from its call block; as a parameter it needs a default. */
function refuseCaller(parameters: readonly Parameter[], body: Block, at: Token): void {
  const caller = parameters.find((parameter) => parameter.name === 'caller');
  if (caller?.fallback === null && usesName(body, 'caller'))
    throw new TemplateFailure(
      'syntax',
      "'caller' is always there and need not be listed: remove it from the parameters",
      at,
    );
}

function namesCaller(argument: Argument): boolean {
  return (
    argument.typename === 'KeywordArgs' &&
    argument.children.some((pair) => pair.key.typename === 'Symbol' && pair.key.value === 'caller')
  );
}

/** Arguments with the caller where Jinja2 puts it: after the named ones, before `**`. */
function withCaller(args: readonly Argument[], caller: Caller): readonly Argument[] {
  const isLast = args.at(-1)?.typename !== 'SpreadKeywords';
  return isLast ? [...args, caller] : [...args.slice(0, -1), caller, ...args.slice(-1)];
}
