import type { FrequencyPolicy } from '@curlew/contract';
import { Plus } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { describeError } from '../../../lib/error-sentences.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { readRule, RuleRow, type TypedRule } from './rule-row.tsx';
import { useChangePolicies } from './use-change-policies.ts';

interface PolicyDialogProps {
  readonly projectId: string;
  /** Null: a new one. */
  readonly policy: FrequencyPolicy | null;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
}

const mostRules = 10;

const typedRulesOf = (policy: FrequencyPolicy | null): TypedRule[] =>
  (policy?.rules ?? [{ most: 3, days: 7 }]).map(({ most, days }, key) => ({
    key,
    most: String(most),
    days: String(days),
  }));

/** The name and the rules of a policy. */
export function PolicyDialog({ projectId, policy, isOpen, onOpenChange }: PolicyDialogProps) {
  const formId = useId();
  const { save } = useChangePolicies(projectId);
  const [name, setName] = useState(policy?.name ?? '');
  const [typed, setTyped] = useState(() => typedRulesOf(policy));
  const [isAsked, setAsked] = useState(false);
  const rules = typed.map(readRule);
  const complete = rules.filter((rule) => rule !== null);
  const isWrong = complete.length < rules.length;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (name.trim() === '' || isWrong) return;
    const draft = { id: policy?.id ?? null, name: name.trim(), rules: complete };
    save.mutate(draft, { onSuccess: () => onOpenChange(false) });
  };

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={policy ? `Change “${policy.name}”` : 'New frequency policy'}
      description="All scenarios that use the policy share its count, and every rule of it holds."
      footer={
        <>
          <Button onClick={() => onOpenChange(false)}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} loading={save.isPending}>
            {policy ? 'Save policy' : 'Create policy'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4" noValidate>
        <Field
          label="Name"
          error={
            isAsked && name.trim() === '' ? 'Type a name' : save.error ? describeError(save.error) : undefined
          }
        >
          <TextField value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
        </Field>
        <div className="flex flex-col items-start gap-2">
          <ul aria-label="Rules" className="flex flex-col gap-2">
            {typed.map((rule, index) => (
              <RuleRow
                key={rule.key}
                rule={rule}
                number={index + 1}
                onChange={(changed) => setTyped(typed.with(index, changed))}
                onRemove={typed.length > 1 ? () => setTyped(typed.toSpliced(index, 1)) : undefined}
              />
            ))}
          </ul>
          {isAsked && isWrong && (
            <p role="alert" className="text-12 text-bad">
              A rule takes 1 to 1,000 messages and 1 to 365 days, in whole numbers.
            </p>
          )}
          {typed.length < mostRules && (
            <Button
              size="small"
              icon={<Plus />}
              onClick={() =>
                setTyped([
                  ...typed,
                  { key: Math.max(...typed.map(({ key }) => key)) + 1, most: '1', days: '1' },
                ])
              }
            >
              Add rule
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
