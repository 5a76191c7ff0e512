import type { DryScript } from '@curlew/contract';
import { describeDuration, type NodeOf, type ScenarioDocument } from '@curlew/scenario';
import { useState } from 'react';
import { useStore } from 'zustand';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextArea } from '../../ui/text-area.tsx';
import { changeScript, type DryRunStore } from './dry-run-store.ts';
import { readJson } from './read-json.ts';

type Webhook = DryScript['webhooks'][number];

const answers = [
  { value: '200', label: 'Answers 200' },
  { value: '404', label: 'Answers 404' },
  { value: '500', label: 'Answers 500' },
  { value: 'none', label: 'Does not answer' },
] as const;

interface WebhookAnswerProps {
  readonly node: NodeOf<'webhook'>;
  readonly store: DryRunStore;
}

function WebhookAnswer({ node, store }: WebhookAnswerProps) {
  const chosen = useStore(store, ({ script }) => script.webhooks.find(({ nodeId }) => nodeId === node.id));
  const [text, setText] = useState('');
  const read = readJson(text);
  const status = chosen === undefined ? 200 : chosen.status;
  const change = (answer: Pick<Webhook, 'status' | 'body'>): void =>
    changeScript(store, (script) => ({
      ...script,
      webhooks: [
        ...script.webhooks.filter(({ nodeId }) => nodeId !== node.id),
        { nodeId: node.id, ...answer },
      ],
    }));
  const value = answers.find((one) => one.value === String(status ?? 'none'))?.value ?? '200';
  return (
    <>
      <Field label={node.name}>
        <Select
          size="small"
          options={answers}
          value={value}
          onChange={(next) => change({ ...chosen, status: next === 'none' ? null : Number(next) })}
        />
      </Field>
      {value !== 'none' && (
        <Field label={`Body of ${node.name}`} isOptional error={read.ok ? undefined : read.message}>
          <TextArea
            isMono
            isGrowing
            rows={1}
            placeholder={'{"code": "SPRING"}'}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              const body = readJson(event.target.value);
              if (body.ok) change({ status, body: body.value });
            }}
          />
        </Field>
      )}
    </>
  );
}

type Choice = 'variants' | 'winners';

const choose = (
  store: DryRunStore,
  choice: Choice,
  { nodeId, variantId }: DryScript['variants'][number],
): void =>
  changeScript(store, (script) => ({
    ...script,
    [choice]: [
      ...script[choice].filter((one) => one.nodeId !== nodeId),
      ...(variantId === '' ? [] : [{ nodeId, variantId }]),
    ],
  }));

interface SplitChoiceProps {
  readonly node: NodeOf<'split'>;
  readonly store: DryRunStore;
}

function SplitChoice({ node, store }: SplitChoiceProps) {
  const { id: nodeId, name } = node;
  const chosen = useStore(store, ({ script }) => script.variants).find((one) => one.nodeId === nodeId);
  const won = useStore(store, ({ script }) => script.winners).find((one) => one.nodeId === nodeId);
  const { variants, winner } = node.settings;
  const options = variants.map((variant) => ({ value: variant.id, label: variant.name }));
  return (
    <>
      <Field label={name}>
        <Select
          size="small"
          options={[{ value: '', label: 'As it is drawn for each customer' }, ...options]}
          value={chosen?.variantId ?? ''}
          onChange={(variantId) => choose(store, 'variants', { nodeId, variantId })}
        />
      </Field>
      {winner !== null && chosen === undefined && (
        <Field
          label={`Winner of ${name}`}
          hint={`Everyone takes it from ${describeDuration(winner.after)} after the first customer of this dry run came here.`}
        >
          <Select
            size="small"
            options={[{ value: '', label: 'None: the weights stay' }, ...options]}
            value={won?.variantId ?? ''}
            onChange={(variantId) => choose(store, 'winners', { nodeId, variantId })}
          />
        </Field>
      )}
    </>
  );
}

/** What the world decides at nodes of the drawing: answers of webhooks, variants of splits, and which of them wins. */
export function NodeAnswers({ document, store }: { document: ScenarioDocument; store: DryRunStore }) {
  return document.nodes.map((node) => {
    if (node.kind === 'webhook') return <WebhookAnswer key={node.id} node={node} store={store} />;
    if (node.kind === 'split') return <SplitChoice key={node.id} node={node} store={store} />;
    return null;
  });
}
