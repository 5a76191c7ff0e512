import type { ColumnMapping, ColumnTarget, Project } from '@curlew/contract';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { attributeTypes, createTarget, targetChoiceOf, targetOptions } from './target-choice.ts';

interface TargetFieldsProps {
  readonly entry: ColumnMapping;
  readonly suggested: ColumnTarget | undefined;
  readonly categories: Project['consentCategories'];
  readonly problem: string | null;
  readonly onChange: (target: ColumnTarget) => void;
}

/** Where a column goes: what it is, and then its name and type. */
export function TargetFields({ entry, suggested, categories, problem, onChange }: TargetFieldsProps) {
  const { column, target } = entry;
  const problemId = `problem-${column}`;
  const fault = problem === null ? {} : { 'aria-invalid': true, 'aria-describedby': problemId };
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap items-center gap-2">
        <div className="w-44 max-md:w-full">
          <Select
            size="small"
            aria-label={`What “${column}” is`}
            options={targetOptions(categories)}
            value={targetChoiceOf(target)}
            onChange={(choice) => onChange(createTarget(choice, column, suggested))}
          />
        </div>
        {target.to === 'id' && (
          <div className="w-44 max-md:w-full">
            <TextField
              size="small"
              isMono
              aria-label={`Kind of id of “${column}”`}
              value={target.kind}
              maxLength={64}
              onChange={(event) => onChange({ ...target, kind: event.target.value })}
              {...fault}
            />
          </div>
        )}
        {target.to === 'attribute' && (
          <>
            <div className="w-44 max-md:w-full">
              <TextField
                size="small"
                isMono
                aria-label={`Attribute of “${column}”`}
                value={target.name}
                maxLength={128}
                onChange={(event) => onChange({ ...target, name: event.target.value })}
                {...fault}
              />
            </div>
            <div className="w-36 max-md:w-full">
              <Select
                size="small"
                aria-label={`Type of “${column}”`}
                options={attributeTypes}
                value={target.type}
                onChange={(type) => onChange({ ...target, type })}
              />
            </div>
          </>
        )}
        {target.to === 'consent' && (
          <span className="text-12 text-ink-faint">
            Reads accept and reject; an empty cell changes nothing
          </span>
        )}
      </div>
      {problem !== null && (
        <p id={problemId} className="text-12 text-bad">
          {problem}
        </p>
      )}
    </div>
  );
}
