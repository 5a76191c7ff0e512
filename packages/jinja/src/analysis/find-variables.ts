import { targetNames } from '../evaluate/target-names.ts';
import { elseBranch } from '../syntax/else-branch.ts';
import type {
  Argument,
  Block,
  Expression,
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

/** Walks a template in order, knowing which names it has certainly assigned itself. */
class VariableFinder {
  readonly uses: VariableUse[] = [];
  private readonly globals: ReadonlyMap<string, unknown>;

  constructor(globals: ReadonlyMap<string, unknown>) {
    this.globals = globals;
  }

  /** Visits statements and returns the names that are assigned after them. */
  body(statements: readonly Statement[], known: ReadonlySet<string>): ReadonlySet<string> {
    let names = known;
    for (const statement of statements) names = this.statement(statement, names);
    return names;
  }

  private statement(node: Statement, known: ReadonlySet<string>): ReadonlySet<string> {
    switch (node.typename) {
      case 'Output':
        for (const child of node.children)
          if (child.typename !== 'TemplateData') this.expression(child, known);
        return known;
      case 'Set':
        this.expression(node.value, known);
        return new Set([...known, ...node.targets.flatMap((target) => targetNames(target))]);
      case 'If': {
        this.expression(node.cond, known);
        const inBody = this.body(node.body.children, known);
        const otherwise = this.otherwise(elseBranch(node), known);
        return new Set([...inBody].filter((name) => otherwise.has(name)));
      }
      case 'For': {
        this.expression(node.arr, known);
        const inside = new Set([...known, ...targetNames(node.name)]);
        if (node.test !== null) this.expression(node.test, inside);
        this.body(node.body.children, inside);
        this.otherwise(elseBranch(node), known);
        return known;
      }
      case 'Macro': {
        const named = new Set([...known, node.name.value]);
        this.parameters(node.parameters, named);
        this.body(
          node.body.children,
          new Set([...named, ...node.parameters.map((parameter) => parameter.name)]),
        );
        return named;
      }
      case 'With':
        for (const value of node.values) this.expression(value, known);
        this.body(
          node.body.children,
          new Set([...known, ...node.targets.flatMap((target: Target) => targetNames(target))]),
        );
        return known;
      case 'Autoescape':
        this.expression(node.enabled, known);
        this.body(node.body.children, known);
        return known;
    }
  }

  private otherwise(branch: Block | If | null, known: ReadonlySet<string>): ReadonlySet<string> {
    if (branch === null) return known;
    return branch.typename === 'If' ? this.statement(branch, known) : this.body(branch.children, known);
  }

  private parameters(parameters: readonly Parameter[], known: ReadonlySet<string>): void {
    const names = new Set(known);
    for (const parameter of parameters) {
      if (parameter.fallback !== null) this.expression(parameter.fallback, names);
      names.add(parameter.name);
    }
  }

  private expression(node: Expression, known: ReadonlySet<string>): void {
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

  private args(args: readonly Argument[], known: ReadonlySet<string>): void {
    for (const argument of args) {
      if (argument.typename === 'KeywordArgs') {
        for (const pair of argument.children) this.expression(pair.value, known);
      } else if (argument.typename === 'Spread' || argument.typename === 'SpreadKeywords') {
        this.expression(argument.target, known);
      } else if (argument.typename === 'Caller') {
        this.parameters(argument.parameters, known);
        const names = argument.parameters.map((parameter) => parameter.name);
        this.body(argument.body.children, new Set([...known, ...names]));
      } else {
        this.expression(argument, known);
      }
    }
  }

  private lookup(node: Lookup, known: ReadonlySet<string>): void {
    const path = pathOf(node);
    if (path !== undefined) return this.use(node, path, known);
    this.expression(node.target, known);
    return keyParts(node.val).forEach((part) => this.expression(part, known));
  }

  private use(node: Expression, path: readonly string[], known: ReadonlySet<string>): void {
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
  finder.body(template.root.children, new Set());
  return finder.uses.sort((left, right) => left.start - right.start);
}
