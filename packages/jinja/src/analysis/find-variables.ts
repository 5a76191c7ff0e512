import { targetNames } from '../evaluate/target-names.ts';
import { elseBranch } from '../syntax/else-branch.ts';
import type {
  Argument,
  Block,
  Expression,
  For,
  If,
  Lookup,
  Parameter,
  Slice,
  Statement,
  Target,
} from '../syntax/ast.ts';
import type { Template } from '../template.ts';
import { pathOf } from './path-of.ts';

/** A variable of the context that a template may read: the variable and the names after it, and where (UTF-16 offsets). */
export interface VariableUse {
  readonly path: readonly string[];
  readonly start: number;
  readonly end: number;
}

const contextual: ReadonlySet<string> = new Set(['loop', 'caller', 'kwargs', 'varargs']);

/** The names a body has certainly assigned so far, those around it included; a set for each body, so that none is copied. */
class KnownNames {
  readonly own: Set<string>;
  private readonly outer: KnownNames | undefined;

  constructor(outer?: KnownNames, own: Iterable<string> = []) {
    this.own = new Set(own);
    this.outer = outer;
  }

  has(name: string): boolean {
    return this.own.has(name) || this.outer?.has(name) === true;
  }

  add(names: Iterable<string>): void {
    for (const name of names) this.own.add(name);
  }
}

function namesOf(targets: readonly Target[]): readonly string[] {
  return targets.flatMap((target) => targetNames(target));
}

const noNames: ReadonlySet<string> = new Set();

/** Walks a template in order, knowing which names it has certainly assigned itself. */
class VariableFinder {
  readonly uses: VariableUse[] = [];
  private readonly globals: ReadonlyMap<string, unknown>;

  constructor(globals: ReadonlyMap<string, unknown>) {
    this.globals = globals;
  }

  /** Visits a body that begins with some names of its own, and returns the names it has assigned in the end. */
  body(
    statements: readonly Statement[],
    outer?: KnownNames,
    given: Iterable<string> = [],
  ): ReadonlySet<string> {
    const known = new KnownNames(outer, given);
    for (const statement of statements) this.statement(statement, known);
    return known.own;
  }

  private statement(node: Statement, known: KnownNames): void {
    switch (node.typename) {
      case 'Output':
        for (const child of node.children)
          if (child.typename !== 'TemplateData') this.expression(child, known);
        return undefined;
      case 'Set':
        this.expression(node.value, known);
        return known.add(namesOf(node.targets));
      case 'If':
        return known.add(this.branches(node, known));
      case 'For':
        return this.loop(node, known);
      case 'Macro':
        known.add([node.name.value]);
        this.parameters(node.parameters, known);
        this.body(
          node.body.children,
          known,
          node.parameters.map((parameter) => parameter.name),
        );
        return undefined;
      case 'With':
        for (const value of node.values) this.expression(value, known);
        this.body(node.body.children, known, namesOf(node.targets));
        return undefined;
      case 'Autoescape':
        this.expression(node.enabled, known);
        this.body(node.body.children, known);
        return undefined;
    }
  }

  private loop(node: For, known: KnownNames): void {
    this.expression(node.arr, known);
    const targets = targetNames(node.name);
    if (node.test !== null) this.expression(node.test, new KnownNames(known, targets));
    this.body(node.body.children, known, targets);
    const otherwise = elseBranch(node);
    if (otherwise !== null) this.branch(otherwise, known);
  }

  /** The names that are assigned whichever branch is taken. */
  private branches(node: If, known: KnownNames): ReadonlySet<string> {
    this.expression(node.cond, known);
    const inBody = this.body(node.body.children, known);
    const otherwise = elseBranch(node);
    if (otherwise === null) return noNames;
    const inOther = this.branch(otherwise, known);
    return new Set([...inBody].filter((name) => inOther.has(name)));
  }

  private branch(branch: Block | If, known: KnownNames): ReadonlySet<string> {
    return branch.typename === 'If' ? this.branches(branch, known) : this.body(branch.children, known);
  }

  private parameters(parameters: readonly Parameter[], known: KnownNames): void {
    const names = new KnownNames(
      known,
      parameters.map((parameter) => parameter.name),
    );
    for (const { fallback } of parameters) if (fallback !== null) this.expression(fallback, names);
  }

  private expression(node: Expression, known: KnownNames): void {
    switch (node.typename) {
      case 'Literal':
        return undefined;
      case 'Symbol':
        return this.use(node, [node.value], known);
      case 'LookupVal':
        return this.lookup(node, known);
      case 'Group':
      case 'Array':
        return node.children.forEach((child) => this.expression(child, known));
      case 'Dict':
        return node.children.forEach((pair) => {
          this.expression(pair.key, known);
          this.expression(pair.value, known);
        });
      case 'FunCall':
        // What is called is a method or a function, not a variable; what it is a method of may be one.
        this.expression(
          node.name.typename === 'LookupVal' && node.name.attribute ? node.name.target : node.name,
          known,
        );
        return this.args(node.args.children, known);
      case 'Filter':
        return this.args(node.args.children, known);
      case 'Is':
        this.expression(node.left, known);
        return this.args(node.right.args.children, known);
      case 'InlineIf':
        this.expression(node.cond, known);
        this.expression(node.body, known);
        if (elseBranch(node) === null) return undefined;
        return this.expression(elseBranch(node) ?? node, known);
      case 'Compare':
        this.expression(node.expr, known);
        return node.ops.forEach((operand) => this.expression(operand.expr, known));
      case 'Capture':
        this.body(node.body.children, known);
        return undefined;
      case 'Not':
      case 'Neg':
      case 'Pos':
        return this.expression(node.target, known);
      case 'Concat':
      case 'And':
      case 'Or':
      case 'Add':
      case 'Sub':
      case 'Mul':
      case 'Div':
      case 'FloorDiv':
      case 'Mod':
      case 'Pow':
        this.expression(node.left, known);
        return this.expression(node.right, known);
    }
  }

  private args(args: readonly Argument[], known: KnownNames): void {
    for (const argument of args) {
      if (argument.typename === 'KeywordArgs') {
        for (const pair of argument.children) this.expression(pair.value, known);
      } else if (argument.typename === 'Spread' || argument.typename === 'SpreadKeywords') {
        this.expression(argument.target, known);
      } else if (argument.typename === 'Caller') {
        this.parameters(argument.parameters, known);
        const names = argument.parameters.map((parameter) => parameter.name);
        this.body(argument.body.children, known, names);
      } else {
        this.expression(argument, known);
      }
    }
  }

  private lookup(node: Lookup, known: KnownNames): void {
    const path = pathOf(node);
    if (path !== undefined) return this.use(node, path, known);
    this.expression(node.target, known);
    return keyParts(node.val).forEach((part) => this.expression(part, known));
  }

  private use(node: Expression, path: readonly string[], known: KnownNames): void {
    const [name = ''] = path;
    if (known.has(name) || this.globals.has(name) || contextual.has(name)) return;
    this.uses.push({ path, start: node.start, end: node.end });
  }
}

function keyParts(key: Expression | Slice): readonly Expression[] {
  return key.typename === 'Slice' ? [key.from, key.to, key.step].filter((part) => part !== null) : [key];
}

/** The context variables a template may read, in the order of the source; names it has assigned itself are left out. */
export function findVariables(template: Template): readonly VariableUse[] {
  const finder = new VariableFinder(template.library.globals);
  finder.body(template.root.children);
  return finder.uses.sort((left, right) => left.start - right.start);
}
