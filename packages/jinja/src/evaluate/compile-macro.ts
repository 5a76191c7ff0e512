import type { Block, Caller, Macro, Parameter } from '../syntax/ast.ts';
import { orElse } from '../values/or-else.ts';
import { quoteText } from '../values/quote-text.ts';
import { analyseScope } from './analyse-scope.ts';
import type { CompileContext, Evaluate, Execute } from './compile-context.ts';
import { usesName } from '../syntax/uses-name.ts';
import { CompileScope, Scope } from './scope.ts';
import { hashText } from '../values/hash-key.ts';
import { Markup } from '../values/markup.ts';
import { Callable, Dict, Undefined, makeTuple } from '../values/value.ts';
import type { CallArguments, Run, Value } from '../values/value.ts';

interface MacroCode {
  readonly isCaller: boolean;
  readonly name: string;
  readonly parameters: readonly {
    readonly name: string;
    readonly slot: number;
    readonly fallback: Evaluate | undefined;
  }[];
  readonly size: number;
  readonly body: Execute;
  /** Slots of the three special variables, where the body uses them. */
  readonly caller: number | undefined;
  readonly kwargs: number | undefined;
  readonly varargs: number | undefined;
}

interface MacroSource {
  readonly isCaller: boolean;
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: Block;
}

const specials = ['caller', 'kwargs', 'varargs'] as const;

function compileMacroCode(source: MacroSource, context: CompileContext): MacroCode {
  const { name, parameters, body, isCaller } = source;
  const declared = new Set(parameters.map((parameter) => parameter.name));
  const used = specials.filter((special) => !declared.has(special) && usesName(body, special));
  const inner = new CompileScope(
    analyseScope(
      body.children,
      [...declared, ...used],
      parameters.map((parameter) => parameter.fallback),
    ),
    context.scope,
  );
  const innerContext = { ...context, scope: inner };
  const slotOf = (special: (typeof specials)[number]): number | undefined =>
    used.includes(special) ? inner.slot(special) : undefined;
  return {
    name,
    isCaller,
    parameters: parameters.map((parameter) => ({
      name: parameter.name,
      slot: inner.slot(parameter.name),
      fallback:
        parameter.fallback === null
          ? undefined
          : context.compiler.expression(parameter.fallback, innerContext),
    })),
    size: inner.size,
    body: context.compiler.body(body, innerContext),
    caller: slotOf('caller'),
    kwargs: slotOf('kwargs'),
    varargs: slotOf('varargs'),
  };
}

const noNames = new Map<string, Value>();

/** Fills the parameters of a macro as jinja2.runtime.Macro does. */
function bindArguments(
  run: Run,
  code: MacroCode,
  { args, scope }: { readonly args: CallArguments; readonly scope: Scope },
): void {
  const rest = args.named === undefined ? noNames : new Map(args.named);
  run.step();
  const given = code.parameters.map((parameter, index) => {
    let value = args.positional[index];
    if (value === undefined && rest.has(parameter.name)) {
      value = rest.get(parameter.name);
      rest.delete(parameter.name);
    }
    scope.slots[parameter.slot] = orElse(
      value,
      () =>
        new Undefined(
          parameter.name,
          undefined,
          `'${code.name}' was used without a value for '${parameter.name}': write it in the brackets after '${code.name}'`,
        ),
    );
    return value;
  });
  // A default may read all parameters: those that have no value yet are missing.
  code.parameters.forEach(({ slot, fallback }, index) => {
    if (given[index] === undefined && fallback !== undefined) scope.slots[slot] = fallback(run, scope);
  });
  if (code.caller !== undefined) {
    scope.slots[code.caller] = orElse(
      rest.get('caller'),
      () =>
        new Undefined(
          'caller',
          undefined,
          `'${code.name}' shows the text of a call block: use it as {% call ${code.name}() %}...{% endcall %}`,
        ),
    );
    rest.delete('caller');
  }
  if (code.kwargs !== undefined) scope.slots[code.kwargs] = namedDict(run, rest);
  else
    for (const name of rest.keys())
      throw run.fail('type', `the macro '${code.name}' has no setting '${name}'${knownParameters(code)}`);
  const extra = args.positional.slice(code.parameters.length);
  if (code.varargs !== undefined) scope.slots[code.varargs] = makeTuple(extra);
  else if (extra.length > 0)
    throw run.fail(
      'type',
      `the macro '${code.name}' takes at most ${code.parameters.length} values, but ${args.positional.length} were given: remove the last ones`,
    );
}

function knownParameters({ parameters }: MacroCode): string {
  if (parameters.length === 0) return ': remove it';
  return `: it knows ${parameters.map((parameter) => parameter.name).join(', ')}`;
}

function namedDict(run: Run, named: ReadonlyMap<string, Value>): Dict {
  const dict = new Dict();
  for (const [name, value] of named) dict.set(hashText(run, name), name, value);
  return dict;
}

function makeMacro(code: MacroCode, parent: Scope): Callable {
  const call = (run: Run, args: CallArguments): Value => {
    const scope = new Scope(code.size, parent);
    bindArguments(run, code, { args, scope });
    const text = run.capture(() => code.body(run, scope));
    return run.autoescape ? new Markup(text) : text;
  };
  const macro = new Callable(code.name, call, (_run, name) => macroAttribute(code, name));
  macro.label = code.isCaller ? '<Macro anonymous>' : `<Macro ${quoteText(code.name)}>`;
  return macro;
}

function macroAttribute(code: MacroCode, name: string): Value | undefined {
  switch (name) {
    case 'name':
      return code.name;
    case 'arguments':
      return makeTuple(code.parameters.map((parameter) => parameter.name));
    case 'catch_kwargs':
      return code.kwargs !== undefined;
    case 'catch_varargs':
      return code.varargs !== undefined;
    case 'caller':
      return code.caller !== undefined;
    default:
      return undefined;
  }
}

export function compileMacro(node: Macro, context: CompileContext): Execute {
  const code = compileMacroCode(
    { name: node.name.value, parameters: node.parameters, body: node.body, isCaller: false },
    context,
  );
  const slot = context.scope.slot(node.name.value);
  return (_run, scope) => {
    scope.slots[slot] = makeMacro(code, scope);
  };
}

/** The body of a call block as the `caller` of the macro it calls. */
export function compileCaller(node: Caller, context: CompileContext): Evaluate {
  const code = compileMacroCode(
    { name: 'caller', parameters: node.parameters, body: node.body, isCaller: true },
    context,
  );
  return (_run, scope) => makeMacro(code, scope);
}
