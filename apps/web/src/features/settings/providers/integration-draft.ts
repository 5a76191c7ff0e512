import type { BodyOf, endpoints, Integration, IntegrationKind, RateUnit } from '@curlew/contract';
import { builtInForm, providerForms, type Values } from './provider-forms.ts';

/** An integration as it is typed. */
export interface Draft {
  readonly kind: IntegrationKind;
  readonly name: string;
  readonly rate: string;
  readonly rateUnit: RateUnit;
  /** Null: none. */
  readonly fallbackIntegrationId: string | null;
  readonly settings: Values;
  /** What is empty keeps what is stored. */
  readonly secrets: Values;
  /** Optional secrets that are to be taken away. */
  readonly removed: readonly string[];
}

export const formOf = (kind: IntegrationKind) => (kind === 'built_in' ? builtInForm : providerForms[kind]);

/** A new one; its name and rate are what most would type, and follow another kind until they were. */
export const newDraft = (kind: IntegrationKind, taken: readonly string[]): Draft => {
  const { title, rate, settings } = formOf(kind);
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const names = [title, ...Array.from({ length: taken.length + 1 }, (_, index) => `${title} ${index + 2}`)];
  return {
    kind,
    name: names.find((name) => !used.has(name.toLowerCase())) ?? title,
    rate: String(rate),
    rateUnit: 'messages',
    fallbackIntegrationId: null,
    settings: Object.fromEntries(settings.map(({ name, options }) => [name, options?.[0]?.value ?? ''])),
    secrets: {},
    removed: [],
  };
};

/** A new one of another kind: what was typed of its name, rate and fallback stays. */
export const ofKind = (draft: Draft, kind: IntegrationKind, taken: readonly string[]): Draft => {
  const [before, next] = [newDraft(draft.kind, taken), newDraft(kind, taken)];
  return {
    ...next,
    name: draft.name === before.name ? next.name : draft.name,
    rate: draft.rate === before.rate ? next.rate : draft.rate,
    rateUnit: draft.rateUnit,
    fallbackIntegrationId: draft.fallbackIntegrationId,
  };
};

/** What is stored, to be changed. */
export const draftOf = (integration: Integration): Draft => {
  const { provider, isBuiltIn, name, ratePerSecond, rateUnit, fallbackIntegrationId, settings } = integration;
  const kind = isBuiltIn ? 'built_in' : provider;
  return {
    kind,
    name,
    rate: String(ratePerSecond),
    rateUnit,
    fallbackIntegrationId,
    settings: Object.fromEntries(
      formOf(kind).settings.map((field) => [field.name, settings[field.name] ?? '']),
    ),
    secrets: {},
    removed: [],
  };
};

const readRate = (typed: string): number | null => {
  const text = typed.trim();
  // A comma parts thousands, and nothing else: "1,5" is no fifteen.
  const rate = /^(?:\d{1,5}|\d{1,2},\d{3})$/.test(text) ? Number(text.replace(',', '')) : 0;
  return rate >= 1 && rate <= 10_000 ? rate : null;
};

/** What is wrong before the server is asked, by field. */
export const faultsOf = (draft: Draft): Readonly<Record<string, string>> => ({
  ...(draft.name.trim() === '' ? { name: 'Type a name' } : {}),
  ...(readRate(draft.rate) === null ? { ratePerSecond: 'Type a whole number from 1 to 10,000' } : {}),
});

const valueAt = (draft: Draft, path: string): unknown => {
  const [group = '', name = ''] = path.split('.');
  if (group === 'settings') return draft.settings[name] ?? '';
  if (group === 'secrets') return [draft.secrets[name] ?? '', draft.removed.includes(name)];
  if (group === 'ratePerSecond') return draft.rate;
  return group === 'name' ? draft.name : draft.fallbackIntegrationId;
};

/** True as long as what the server refused at a field is what stands there. */
export const isAsRefused = (draft: Draft, refused: Draft, path: string): boolean =>
  JSON.stringify(valueAt(draft, path)) === JSON.stringify(valueAt(refused, path));

// Fields that are not shown are not meant; empty ones are not given.
const settingsOf = ({ kind, settings }: Draft): Record<string, string> =>
  Object.fromEntries(
    formOf(kind)
      .settings.filter(({ isShown }) => isShown?.(settings) ?? true)
      .map(({ name }): [string, string] => [name, (settings[name] ?? '').trim()])
      .filter(([, value]) => value !== ''),
  );

const secretsOf = ({ kind, secrets }: Draft): Record<string, string> =>
  Object.fromEntries(
    formOf(kind)
      .secrets.map(({ name }): [string, string] => [name, (secrets[name] ?? '').trim()])
      .filter(([, value]) => value !== ''),
  );

/** Of a draft without faults. */
export const newBodyOf = (draft: Draft): BodyOf<typeof endpoints.createIntegration> => ({
  provider: draft.kind,
  name: draft.name.trim(),
  ratePerSecond: readRate(draft.rate) ?? 1,
  rateUnit: draft.rateUnit,
  fallbackIntegrationId: draft.fallbackIntegrationId,
  settings: settingsOf(draft),
  secrets: secretsOf(draft),
});

type Change = BodyOf<typeof endpoints.changeIntegration>;

const wholeBodyOf = (draft: Draft): Change => {
  const { name, rate, rateUnit, fallbackIntegrationId } = draft;
  const common = { name: name.trim(), ratePerSecond: readRate(rate) ?? 1, rateUnit };
  if (draft.kind === 'built_in') return common;
  const removed = Object.fromEntries(draft.removed.map((name) => [name, null]));
  const secrets = { ...removed, ...secretsOf(draft) };
  return { ...common, fallbackIntegrationId, settings: settingsOf(draft), secrets };
};

/** What a draft without faults changes of what was there when it was begun: the rest somebody else may have changed since. */
export const changeBodyOf = (draft: Draft, begun: Draft): Change => {
  const before = new Map(Object.entries(wholeBodyOf(begun)));
  const isChanged = ([name, value]: [string, unknown]): boolean =>
    JSON.stringify(value) !== JSON.stringify(before.get(name));
  return Object.fromEntries(Object.entries(wholeBodyOf(draft)).filter(isChanged));
};
