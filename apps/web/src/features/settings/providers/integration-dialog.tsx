import type { Integration, IntegrationKind } from '@curlew/contract';
import { type FormEvent, useId, useState } from 'react';
import { ApiError } from '../../../lib/api-error.ts';
import { describeError } from '../../../lib/error-sentences.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { LeaveGuard } from '../leave-guard.tsx';
import { draftOf, faultsOf, formOf, isAsRefused, newDraft, ofKind, type Draft } from './integration-draft.ts';
import { FallbackField } from './fallback-field.tsx';
import { SecretField } from './secret-field.tsx';
import { SettingField } from './setting-field.tsx';
import { WebhookContractDetails } from './webhook-contract-details.tsx';
import { useChangeIntegrations } from './use-change-integrations.ts';

const rateUnits = [
  { value: 'messages', label: 'Messages' },
  { value: 'parts', label: 'Parts' },
] as const;

interface IntegrationDialogProps {
  readonly projectId: string;
  /** Null: a new one. */
  readonly integration: Integration | null;
  /** What can be added. */
  readonly kinds: readonly IntegrationKind[];
  /** All that the project has. */
  readonly integrations: readonly Integration[];
  readonly onOpenChange: (isOpen: boolean) => void;
}

/** What the server says of each field, and of none. */
const readRefusal = (error: Error | null) => {
  const fields = error instanceof ApiError ? error.fields : [];
  return {
    byField: Object.fromEntries(fields.map(({ path, message }) => [path, message])),
    general:
      error && fields.every(({ path }) => !/[.]|^(name|ratePerSecond|fallbackIntegrationId)$/.test(path))
        ? describeError(error)
        : null,
  };
};

/** How an operator is reached: its settings and secrets, its name and its rate. */
export function IntegrationDialog({
  projectId,
  integration,
  kinds,
  integrations,
  onOpenChange,
}: IntegrationDialogProps) {
  const formId = useId();
  const names = integrations.map(({ name }) => name);
  const { save } = useChangeIntegrations(projectId);
  const [draft, setDraft] = useState<Draft>(() =>
    integration ? draftOf(integration) : newDraft(kinds[0] ?? 'sinch', names),
  );
  // What an untouched form of this kind would say.
  const [begun, setBegun] = useState(draft);
  const [isLeaving, setLeaving] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const form = formOf(draft.kind);
  // What is for trials takes over nothing that is meant for people.
  const fallbacks = integrations.filter((one) => one.id !== integration?.id && !one.isBuiltIn);
  const refusal = readRefusal(save.error);
  const faults = isAsked ? faultsOf(draft) : {};
  const refused = save.variables?.draft;
  // What was said of a field stands there until it is mended, however long the server is not asked again.
  const errorOf = (path: string): string | undefined =>
    faults[path] ?? (refused && isAsRefused(draft, refused, path) ? refusal.byField[path] : undefined);
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const chooseKind = (kind: IntegrationKind) => {
    save.reset();
    setAsked(false);
    setDraft(ofKind(draft, kind, names));
    setBegun(newDraft(kind, names));
  };
  const isDirty = JSON.stringify(draft) !== JSON.stringify(begun);
  const close = (): void => {
    if (isDirty) setLeaving(true);
    else onOpenChange(false);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (Object.keys(faultsOf(draft)).length > 0 || save.isPending) return;
    save.mutate({ integration, draft }, { onSuccess: () => onOpenChange(false) });
  };

  return (
    <Dialog
      isOpen
      onOpenChange={close}
      title={integration ? `Change “${integration.name}”` : 'Add a provider'}
      description={form.sentence}
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button variant="primary" type="submit" form={formId} loading={save.isPending}>
            {integration ? 'Save provider' : 'Add provider'}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className="flex flex-col gap-4" noValidate>
        {refusal.general && Object.keys(faults).length === 0 && (
          <Banner kind="error">{refusal.general}</Banner>
        )}
        {!integration && (
          <Field label="Operator">
            <Select
              options={kinds.map((kind) => ({ value: kind, label: formOf(kind).title }))}
              value={draft.kind}
              onChange={chooseKind}
            />
          </Field>
        )}
        <Field label="Name" error={errorOf('name')} hint="How authors of messages see it.">
          <TextField
            value={draft.name}
            maxLength={60}
            autoComplete="off"
            onChange={(event) => change({ name: event.target.value })}
          />
        </Field>
        {form.settings
          .filter(({ isShown }) => isShown?.(draft.settings) ?? true)
          .map((field) => (
            <SettingField
              key={field.name}
              field={field}
              value={draft.settings[field.name] ?? ''}
              error={errorOf(`settings.${field.name}`)}
              onChange={(value) => change({ settings: { ...draft.settings, [field.name]: value } })}
            />
          ))}
        {draft.kind === 'webhook' && <WebhookContractDetails />}
        {form.secrets.map((field) => (
          <SecretField
            key={field.name}
            field={field}
            value={draft.secrets[field.name] ?? ''}
            error={errorOf(`secrets.${field.name}`)}
            setAt={integration?.secretsSetAt[field.name] ?? null}
            isRemoved={draft.removed.includes(field.name)}
            onChange={(value) => change({ secrets: { ...draft.secrets, [field.name]: value } })}
            onRemove={(isRemoved) =>
              change({
                removed: isRemoved
                  ? [...draft.removed, field.name]
                  : draft.removed.filter((name) => name !== field.name),
              })
            }
          />
        ))}
        <Field
          label="Rate in"
          isGroup
          hint="A long message is sent in several parts. Your contract with the operator says which of the two it counts."
        >
          <Segmented
            options={rateUnits}
            value={draft.rateUnit}
            onChange={(rateUnit) => change({ rateUnit })}
          />
        </Field>
        <Field
          label={draft.rateUnit === 'parts' ? 'Parts per second' : 'Messages per second'}
          error={errorOf('ratePerSecond')}
          hint="At most so many leave, over all workers. Your contract with the operator says how many it takes."
        >
          <TextField
            value={draft.rate}
            inputMode="numeric"
            maxLength={6}
            autoComplete="off"
            onChange={(event) => change({ rate: event.target.value })}
          />
        </Field>
        {draft.kind !== 'built_in' && fallbacks.length > 0 && (
          <FallbackField
            choices={fallbacks}
            value={draft.fallbackIntegrationId}
            error={errorOf('fallbackIntegrationId')}
            onChange={(fallbackIntegrationId) => change({ fallbackIntegrationId })}
          />
        )}
      </form>
      <ConfirmDialog
        isOpen={isLeaving}
        onOpenChange={setLeaving}
        title="Close without saving?"
        description="What you typed is not saved, and is lost."
        confirmLabel="Close without saving"
        keepLabel="Go on"
        isDangerous
        onConfirm={() => onOpenChange(false)}
      />
      <LeaveGuard isDirty={isDirty} what="What you typed of the provider" />
    </Dialog>
  );
}
