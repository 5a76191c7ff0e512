import { closestName } from '../closest-name.ts';
import type { TemplateFailure } from '../template-error.ts';
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
  const tell = (path: string, rest: string): string => {
    if (rest === '()' && close === undefined)
      return `'${path}' is not known here, so it cannot be used with brackets: check how it is spelled`;
    const consequence = rest === '' || rest === '()' ? '' : `, so '${rest}' cannot be read from it`;
    const fix = close === undefined ? "give it a fallback with |default('...')" : `did you mean '${close}'?`;
    return `'${path}' has no value here${consequence}: ${fix}`;
  };
  const failure = run.fail('undefined', tell(missing.name, ''));
  failure.missing = { name: missing.name, tell };
  return failure;
}
