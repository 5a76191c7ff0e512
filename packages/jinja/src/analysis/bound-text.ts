import { targetNames } from '../evaluate/target-names.ts';
import { floatText } from '../format/float-text.ts';
import type { Argument, Block, Expression, Filter, For, If, Lookup, Statement } from '../syntax/ast.ts';
import { isMethodName } from '../methods/method-of.ts';
import { elseBranch } from '../syntax/else-branch.ts';
import type { Template } from '../template.ts';
import { numberOf } from '../values/numbers.ts';
import type { Bounds, SetSide } from './bounds.ts';
import { atMost, both, either, noText, times, unknownBounds } from './bounds.ts';
import { mayChangeData } from './may-change-data.ts';
import { pathOf } from './path-of.ts';
import type { Value } from '../values/value.ts';

/** What is known of an attribute over all data a template may be rendered with. */
export interface AttributeFact {
  /** The longest it prints, in the units of `measure`. */
  readonly longest?: number;
  /** Whether it always stays within the character set. */
  readonly isInSet?: boolean;
  /** Whether it is always a text: only then do slices and `truncate` count characters. */
  readonly isText?: boolean;
}

/** What a bound rests on. */
export interface TextFacts {
  /** What is known of the attribute at a path. */
  readonly attribute: (path: readonly string[]) => AttributeFact | undefined;
  /** On which side of the character set in question a text is, whatever stands before and after it. */
  readonly sideOf: (text: string) => SetSide;
  /** The least and most a text takes up, whatever stands before and after it; UTF-16 units when left out. */
  readonly measure?: (text: string) => { readonly least: number; readonly most: number };
  /** The most that one character takes up; 2 when left out, as in UTF-16. */
  readonly mostPerCharacter?: number;
}

/** Names that a template sets itself, anywhere: nothing is known of them. */
function assigned(statements: readonly Statement[], into: Set<string>): Set<string> {
  const add = (names: readonly string[]): void => names.forEach((name) => into.add(name));
  for (const node of statements) {
    if (node.typename === 'Set') node.targets.forEach((target) => add(targetNames(target)));
    if (node.typename === 'For') add(targetNames(node.name));
    if (node.typename === 'With') node.targets.forEach((target) => add(targetNames(target)));
    if (node.typename === 'Macro')
      add([node.name.value, ...node.parameters.map((parameter) => parameter.name)]);
    if ('body' in node) assigned(node.body.children, into);
    const otherwise = node.typename === 'If' || node.typename === 'For' ? elseBranch(node) : null;
    if (otherwise !== null) assigned(otherwise.typename === 'If' ? [otherwise] : otherwise.children, into);
  }
  return into;
}

const textFilters: ReadonlySet<string> = new Set([
  'upper',
  'lower',
  'capitalize',
  'title',
  'trim',
  'string',
  'safe',
  'join',
  'replace',
]);

/** Whether a number is written that is above zero. */
function isPositive(node: Expression): boolean {
  return node.typename === 'Literal' && typeof node.value === 'number' && node.value > 0;
}

class Bounder {
  private readonly facts: TextFacts;
  private readonly own: ReadonlySet<string>;

  constructor(facts: TextFacts, own: ReadonlySet<string>) {
    this.facts = facts;
    this.own = own;
  }

  body(statements: readonly Statement[]): Bounds {
    return statements.reduce((sum, statement) => both(sum, this.statement(statement)), noText);
  }

  private statement(node: Statement): Bounds {
    switch (node.typename) {
      case 'Output': {
        const parts = node.children.map((child) =>
          child.typename === 'TemplateData' ? this.text(child.value) : this.expression(child),
        );
        return parts.reduce(both, noText);
      }
      case 'If':
        return either(this.body(node.body.children), this.otherwise(elseBranch(node)));
      case 'For':
        return this.loop(node);
      case 'With':
        return this.body(node.body.children);
      case 'Autoescape':
        // The longest entity has six characters.
        return { ...times(this.body(node.body.children), 1, 6), side: 'unclear' };
      case 'Set':
      case 'Macro':
        return noText;
    }
  }

  private otherwise(branch: Block | If | null): Bounds {
    if (branch === null) return noText;
    return branch.typename === 'If' ? this.statement(branch) : this.body(branch.children);
  }

  private loop(node: For): Bounds {
    const body = this.body(node.body.children);
    const otherwise = this.otherwise(elseBranch(node));
    const isLiteral = node.arr.typename === 'Array' || node.arr.typename === 'Group';
    const turns = isLiteral ? node.arr.children.length : undefined;
    if (turns === undefined || node.recursive) return either(times(body, 0, Infinity), otherwise);
    if (turns === 0) return otherwise;
    return node.test === null ? times(body, turns, turns) : either(times(body, 0, turns), otherwise);
  }

  private text(text: string): Bounds {
    const { least, most } = this.facts.measure?.(text) ?? { least: text.length, most: text.length };
    return { least, most, side: this.facts.sideOf(text) };
  }

  private literal(value: Value): Bounds {
    if (typeof value === 'string') return this.text(value);
    if (value === null) return this.text('None');
    if (typeof value === 'boolean') return this.text(value ? 'True' : 'False');
    if (typeof value === 'bigint' || (typeof value === 'number' && Number.isInteger(value)))
      return this.text(String(value));
    const number = numberOf(value);
    return number === undefined ? unknownBounds : this.text(floatText(number));
  }

  private expression(node: Expression): Bounds {
    switch (node.typename) {
      case 'Literal':
        return this.literal(node.value);
      case 'Symbol':
      case 'LookupVal':
        return this.variable(node);
      case 'Concat':
        return both(this.expression(node.left), this.expression(node.right));
      case 'InlineIf': {
        const branch = elseBranch(node);
        return either(this.expression(node.body), branch === null ? noText : this.expression(branch));
      }
      case 'Or':
      case 'And':
        return either(this.expression(node.left), this.expression(node.right));
      case 'Capture':
        return this.body(node.body.children);
      case 'Filter':
        return this.filter(node);
      case 'Compare':
      case 'Is':
      case 'Not':
        return either(this.text('True'), this.text('False'));
      case 'Group':
      case 'Array':
      case 'Dict':
      case 'FunCall':
      case 'Neg':
      case 'Pos':
      case 'Add':
      case 'Sub':
      case 'Mul':
      case 'Div':
      case 'FloorDiv':
      case 'Mod':
      case 'Pow':
        return unknownBounds;
    }
  }

  private variable(node: Expression): Bounds {
    const path = pathOf(node);
    if (path === undefined) return node.typename === 'LookupVal' ? this.slice(node) : unknownBounds;
    const [name = ''] = path;
    // A method's name prints the method, whatever the data says.
    const isOwn = this.own.has(name) || (path.length > 1 && isMethodName(path.at(-1) ?? ''));
    const fact = isOwn ? undefined : this.facts.attribute(path);
    return { least: 0, most: fact?.longest ?? Infinity, side: fact?.isInSet === true ? 'inside' : 'unclear' };
  }

  /** `text[:20]` and `text[3:20]` have at most 20 characters. */
  private slice(node: Lookup): Bounds {
    const { val } = node;
    const to = val.typename === 'Slice' && val.to?.typename === 'Literal' ? val.to.value : undefined;
    if (val.typename !== 'Slice' || typeof to !== 'number' || !Number.isInteger(to) || to < 0)
      return unknownBounds;
    // Backwards, it is what lies beyond that place which shows.
    if (val.step !== null && !isPositive(val.step)) return unknownBounds;
    return this.isText(node.target) ? this.cut(this.expression(node.target), to) : unknownBounds;
  }

  private cut(bounds: Bounds, characters: number): Bounds {
    return atMost(bounds, characters * (this.facts.mostPerCharacter ?? 2));
  }

  /** Whether a value is certainly a text. */
  private isText(node: Argument): boolean {
    if (node.typename === 'Literal') return typeof node.value === 'string';
    if (node.typename === 'Concat' || node.typename === 'Capture') return true;
    if (node.typename === 'Filter') return textFilters.has(node.name.value);
    if (node.typename !== 'Symbol' && node.typename !== 'LookupVal') return false;
    const path = pathOf(node);
    return path !== undefined && !this.own.has(path[0] ?? '') && this.facts.attribute(path)?.isText === true;
  }

  private filter(node: Filter): Bounds {
    const [value, first, ...others] = node.args.children;
    const inner = value === undefined ? unknownBounds : this.argument(value);
    switch (node.name.value) {
      case 'default':
      case 'd':
        return first === undefined ? either(inner, noText) : either(inner, this.argument(first));
      case 'trim':
        return { ...inner, least: 0, side: atMost(inner, Infinity).side };
      case 'string':
      case 'safe':
        return inner;
      case 'truncate':
        return value !== undefined && this.isText(value)
          ? this.truncated(inner, first, others)
          : unknownBounds;
      case 'upper':
      case 'lower':
      case 'capitalize':
      case 'title':
        // One letter becomes at most three: the upper case of ΐ.
        return { least: 0, most: inner.most * 3, side: 'unclear' };
      default:
        return unknownBounds;
    }
  }

  private argument(node: Argument): Bounds {
    const isOther =
      node.typename === 'KeywordArgs' ||
      node.typename === 'Spread' ||
      node.typename === 'SpreadKeywords' ||
      node.typename === 'Caller';
    return isOther ? unknownBounds : this.expression(node);
  }

  /** A cut text keeps its length and gains none; uncut it may exceed the length by the leeway. */
  private truncated(inner: Bounds, length: Argument | undefined, others: readonly Argument[]): Bounds {
    const characters = length?.typename === 'Literal' ? length.value : 255;
    const isPlain = others.every((argument) => argument.typename === 'Literal') && others.length < 3;
    if (typeof characters !== 'number' || !Number.isInteger(characters) || !isPlain) return unknownBounds;
    if (length !== undefined && length.typename !== 'Literal') return unknownBounds;
    const end =
      others[1]?.typename === 'Literal' && typeof others[1].value === 'string' ? others[1].value : '...';
    return this.cut(both(inner, this.text(end)), characters + 5);
  }
}

/**
 * The least and most a template can render to with data the facts are true of, and whether what it renders is surely
 * within or surely beyond a character set. Sound, not tight; says nothing of renders that fail.
 */
export function boundText(template: Template, facts: TextFacts): Bounds {
  const known = mayChangeData(template) ? { ...facts, attribute: () => undefined } : facts;
  const bounds = new Bounder(known, assigned(template.root.children, new Set())).body(template.root.children);
  // A render ends at the limit, which counts UTF-16 units.
  const limit =
    template.limits.outputLength * (facts.measure === undefined ? 1 : (facts.mostPerCharacter ?? 2));
  return { ...bounds, most: Math.min(bounds.most, limit) };
}
