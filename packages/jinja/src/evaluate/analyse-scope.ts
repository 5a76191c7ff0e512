import { elseBranch } from '../syntax/else-branch.ts';
import type { AstNode, If, Statement, Target } from '../syntax/ast.ts';
import { targetNames } from './target-names.ts';

/** What a body does with names in its own scope; loops, macros and other bodies inside it have scopes of their own. */
export interface ScopeNames {
  /** Names it assigns. */
  readonly stored: ReadonlySet<string>;
  /** Names it assigns before it reads them, whatever branches are taken: Jinja2 never looks these up in the context. */
  readonly storedFirst: ReadonlySet<string>;
  /** Names it reads or assigns. */
  readonly mentioned: ReadonlySet<string>;
}

/** Follows the order of reads and assignments, as jinja2.idtracking does. */
class NameTracker {
  readonly stored = new Set<string>();
  readonly storedFirst = new Set<string>();
  readonly mentioned = new Set<string>();
  /** How many conditions there are around what is visited: it may not happen. */
  private conditions = 0;

  visitAll(statements: readonly Statement[]): void {
    for (const statement of statements) this.visit(statement);
  }

  store(name: string): void {
    // What only some branches assign may also come from outside.
    if (this.conditions === 0 && !this.mentioned.has(name)) this.storedFirst.add(name);
    this.stored.add(name);
    this.mentioned.add(name);
  }

  private visit(node: Statement): void {
    switch (node.typename) {
      case 'Output':
        return this.load(node.children);
      case 'Set':
        if (node.value.typename !== 'Capture') this.load(node.value);
        return node.targets.forEach((target) => this.assign(target));
      case 'Macro':
        return this.store(node.name.value);
      case 'For':
        return this.load(node.arr);
      case 'With':
        return this.load(node.values);
      case 'If':
        return this.branch(node);
      case 'Autoescape':
        return undefined;
    }
  }

  private assign(target: Target): void {
    if (target.typename === 'LookupVal') return this.load(target.target);
    return targetNames(target).forEach((name) => this.store(name));
  }

  private branch(node: If): void {
    this.load(node.cond);
    const otherwise = elseBranch(node);
    this.conditions += 1;
    this.visitAll(node.body.children);
    if (otherwise !== null) this.visitAll(otherwise.typename === 'If' ? [otherwise] : otherwise.children);
    this.conditions -= 1;
  }

  /** Notes every variable that is read in expressions; bodies inside them are left to their own scopes. */
  load(node: unknown): void {
    if (Array.isArray(node)) return node.forEach((item) => this.load(item));
    if (typeof node !== 'object' || node === null || !isNode(node)) return undefined;
    if (node.typename === 'Literal') return undefined;
    if (node.typename === 'Capture' || node.typename === 'Caller') return undefined;
    if (node.typename === 'Symbol') {
      this.mentioned.add(node.value);
      return undefined;
    }
    return Object.values(node).forEach((child) => this.load(child));
  }
}

function isNode(node: object): node is AstNode {
  return 'typename' in node;
}

/** What a body does with names; `given` are names it has from the start: parameters and loop targets; `before` is worked out before it. */
export function analyseScope(
  statements: readonly Statement[],
  given: Iterable<string> = [],
  before: readonly (AstNode | null)[] = [],
): ScopeNames {
  const tracker = new NameTracker();
  for (const name of given) {
    tracker.stored.add(name);
    tracker.mentioned.add(name);
  }
  tracker.load(before);
  tracker.visitAll(statements);
  return tracker;
}
