import { closestName } from '../closest-name.ts';
import type { TemplateFailure } from '../template-error.ts';
import { describeType } from './describe-type.ts';
import { Dict } from './value.ts';
import type { Run, Undefined } from './value.ts';

function ownerKeys(run: Run, missing: Undefined): readonly string[] {
  if (missing.owner === undefined) return run.variableNames();
  if (!(missing.owner instanceof Dict)) return [];
  return [...missing.owner.list()].map(([key]) => key).filter((key) => typeof key === 'string');
}

/** Why a missing value cannot be used, and what was probably meant. */
export function undefinedFailure(run: Run, missing: Undefined): TemplateFailure {
  if (missing.hint !== undefined) return run.fail('undefined', missing.hint);
  const close = closestName(missing.name, ownerKeys(run, missing));
  const fix =
    close === undefined
      ? `give it a value to fall back on: ${missing.name}|default('...')`
      : `did you mean '${close}'?`;
  const where =
    missing.owner === undefined
      ? `'${missing.name}' has no value here`
      : `${describeType(missing.owner)} has no '${missing.name}'`;
  return run.fail('undefined', `${where}: ${fix}`);
}
