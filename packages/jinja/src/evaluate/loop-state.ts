import { equals } from '../values/equals.ts';
import { Callable, Undefined } from '../values/value.ts';
import type { CallArguments, Run, Value } from '../values/value.ts';

/** The special variable `loop` of one loop while it runs. */
export class LoopState {
  index0 = 0;
  readonly value: Callable;
  private readonly items: readonly Value[];
  private readonly depth: number;
  private lastChanged: readonly Value[] | undefined;
  private readonly cycle: Callable;
  private readonly changed: Callable;

  constructor(items: readonly Value[], depth: number, recurse: ((value: Value) => Value) | undefined) {
    this.items = items;
    this.depth = depth;
    this.value = new Callable(
      'loop',
      (run, args) => {
        const [nested] = args.positional;
        if (recurse === undefined)
          throw run.fail('type', 'this loop cannot call itself: write {% for ... recursive %}');
        if (nested === undefined)
          throw run.fail(
            'type',
            'loop() needs the list to go on with: write for example loop(item.children)',
          );
        return recurse(nested);
      },
      (_run, name) => this.attribute(name),
    );
    this.value.label = () => `<LoopContext ${this.index0 + 1}/${this.items.length}>`;
    this.cycle = new Callable('cycle', (run, args) => this.pickNext(run, args));
    this.changed = new Callable('changed', (run, args) => this.hasChanged(run, args));
  }

  private attribute(name: string): Value | undefined {
    const { items, index0, depth } = this;
    switch (name) {
      case 'index':
        return index0 + 1;
      case 'index0':
        return index0;
      case 'revindex':
        return items.length - index0;
      case 'revindex0':
        return items.length - index0 - 1;
      case 'first':
        return index0 === 0;
      case 'last':
        return index0 === items.length - 1;
      case 'length':
      case '__len__':
        return items.length;
      case 'depth':
        return depth + 1;
      case 'depth0':
        return depth;
      case 'previtem':
        return index0 === 0
          ? new Undefined(
              'previtem',
              undefined,
              'there is no item before the first one: check with loop.first',
            )
          : (items[index0 - 1] ?? null);
      case 'nextitem':
        return index0 + 1 >= items.length
          ? new Undefined('nextitem', undefined, 'there is no item after the last one: check with loop.last')
          : (items[index0 + 1] ?? null);
      case 'cycle':
        return this.cycle;
      case 'changed':
        return this.changed;
      default:
        return undefined;
    }
  }

  private pickNext(run: Run, args: CallArguments): Value {
    if (args.positional.length === 0)
      throw run.fail(
        'type',
        "loop.cycle() needs values to choose from: write for example loop.cycle('odd', 'even')",
      );
    return args.positional[this.index0 % args.positional.length] ?? null;
  }

  private hasChanged(run: Run, args: CallArguments): boolean {
    const before = this.lastChanged;
    const now = args.positional;
    if (
      before !== undefined &&
      before.length === now.length &&
      before.every((value, index) => equals(run, value, now[index] ?? null))
    )
      return false;
    this.lastChanged = now;
    return true;
  }
}
