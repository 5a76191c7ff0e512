import type { For, Target } from '../syntax/ast.ts';
import { elseBranch } from '../syntax/else-branch.ts';
import { isTruthy } from '../values/is-truthy.ts';
import { iterate } from '../values/iterate.ts';
import { analyseScope } from './analyse-scope.ts';
import { targetNames } from './target-names.ts';
import { compileAssign } from './compile-assign.ts';
import type { CompileContext, Execute } from './compile-context.ts';
import { LoopState } from './loop-state.ts';
import { CompileScope, Scope } from './scope.ts';
import { usesName } from '../syntax/uses-name.ts';
import { Markup } from '../values/markup.ts';
import { makeTuple } from '../values/value.ts';
import type { Run, Value } from '../values/value.ts';

interface LoopInput {
  readonly scope: Scope;
  readonly items: readonly Value[];
  readonly depth: number;
}

type RunLoop = (run: Run, input: LoopInput) => void;
type Keep = (run: Run, scope: Scope, items: readonly Value[]) => readonly Value[];

/** A loop: each turn has a scope of its own; `loop` exists where the body asks for it. */
export function compileFor(node: For, context: CompileContext): Execute {
  const iterable = context.compiler.expression(node.arr, context);
  const keep = compileCondition(node, context);
  const runLoop = compileTurns(node, context, keep);
  return (run, scope) => {
    const value = iterable(run, scope);
    run.at = node.arr;
    const items = iterate(run, value);
    runLoop(run, { scope, items: keep(run, scope, items), depth: 0 });
  };
}

/** The `if` of a loop: only the items that pass are counted. */
function compileCondition(node: For, context: CompileContext): Keep {
  if (node.test === null) return (_run, _scope, items) => items;
  const inner = new CompileScope(analyseScope([], targetNames(node.name)), context.scope);
  const assign = compileAssign(node.name, { ...context, scope: inner });
  const test = context.compiler.expression(node.test, { ...context, scope: inner });
  const read = compileKept(node.name, inner);
  return (run, scope, items) => {
    const kept: Value[] = [];
    for (const item of items) {
      run.step();
      const turn = new Scope(inner.size, scope);
      assign(run, turn, item);
      if (isTruthy(run, test(run, turn))) kept.push(read(turn, item));
    }
    return kept;
  };
}

/** What a kept item is from then on: where it was taken apart, a tuple of its parts. */
function compileKept(target: Target, inner: CompileScope): (turn: Scope, item: Value) => Value {
  if (target.typename !== 'Group') return (_turn, item) => item;
  const parts = target.children.map((child): ((turn: Scope) => Value) => {
    // A tuple in target position holds targets only: the parser saw to it.
    const part = child as Target;
    if (part.typename === 'Group') return (turn) => compileKept(part, inner)(turn, null);
    const slot = part.typename === 'Symbol' ? inner.slot(part.value) : -1;
    return (turn) => turn.slots[slot] ?? null;
  });
  return (turn) => makeTuple(parts.map((part) => part(turn)));
}

function compileTurns(node: For, context: CompileContext, keep: Keep): RunLoop {
  const usesLoop = node.recursive || usesName(node.body, 'loop');
  const given = [...targetNames(node.name), ...(usesLoop ? ['loop'] : [])];
  const inner = new CompileScope(analyseScope(node.body.children, given), context.scope);
  const innerContext = { ...context, scope: inner };
  const assign = compileAssign(node.name, innerContext);
  const body = context.compiler.body(node.body, innerContext);
  const otherwise = compileOtherwise(node, context);
  const loopSlot = usesLoop ? inner.slot('loop') : -1;

  const runLoop: RunLoop = (run, { scope, items, depth }) => {
    const recurse = node.recursive
      ? (value: Value): Value => renderNested(run, { scope, value, depth: depth + 1 })
      : undefined;
    const loop = usesLoop ? new LoopState(items, depth, recurse) : undefined;
    // The length is read at every turn: a body may add to the list it walks, and its steps are counted.
    for (let index = 0; index < items.length; index += 1) {
      run.step();
      const turn = new Scope(inner.size, scope);
      if (loop !== undefined) {
        loop.index0 = index;
        turn.slots[loopSlot] = loop.value;
      }
      run.at = node.name;
      assign(run, turn, items[index] ?? null);
      body(run, turn);
    }
    if (items.length === 0) otherwise?.(run, scope);
  };

  /** What `loop(children)` of a recursive loop writes. */
  const renderNested = (
    run: Run,
    { scope, value, depth }: { readonly scope: Scope; readonly value: Value; readonly depth: number },
  ): Value => {
    const items = iterate(run, value);
    const text = run.capture(() => runLoop(run, { scope, items: keep(run, scope, items), depth }));
    return run.autoescape ? new Markup(text) : text;
  };
  return runLoop;
}

function compileOtherwise(node: For, context: CompileContext): Execute | undefined {
  const branch = elseBranch(node);
  if (branch === null) return undefined;
  const inner = new CompileScope(analyseScope(branch.children), context.scope);
  const body = context.compiler.body(branch, { ...context, scope: inner });
  return (run, scope) => body(run, new Scope(inner.size, scope));
}
