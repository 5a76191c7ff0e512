import { isDeepStrictEqual } from 'node:util';
import type { IntegrationProvider } from '@curlew/contract';
import { ApiFailure } from '../../http/api-failure.ts';
import type { Adapter } from './adapter.ts';
import type { ManagedSettings } from './managed-settings.ts';
import { readFields, type FieldFault } from './read-fields.ts';

type Fields = Readonly<Record<string, string>>;
type Values = Readonly<Record<string, unknown>>;

export interface Connection {
  readonly settings: ManagedSettings;
  readonly secrets: Values;
}

export interface TypedConnection {
  readonly settings: Fields;
  /** What replaces a stored secret; null takes one away. */
  readonly secrets: Readonly<Record<string, string | null>>;
}

export const refuseFields = (faults: readonly FieldFault[]): void => {
  const [first] = faults;
  if (first) throw new ApiFailure('bad_request', `${first.message}.`, { fields: [...faults] });
};

// Whoever may change an address must not get at a secret by it: what is stored goes to where it was given for, and nowhere else. To the
// `url` of a webhook no secret goes: requests are signed, and whoever reads a signature learns nothing of what made it.
const findLeaks = (before: Connection, typed: TypedConnection, after: Values): FieldFault[] => {
  const address = after['baseUrl'];
  if (address === undefined || address === before.settings.provider['baseUrl']) return [];
  return Object.keys(before.secrets)
    .filter((name) => typed.secrets[name] === undefined || typed.secrets[name] === '')
    .map((name) => ({
      path: `secrets.${name}`,
      message:
        'The address is another one: enter this again, so that what is stored does not go there unasked',
    }));
};

// Secrets of which there may be several, while one takes the place of another; typed with spaces between them.
const lists: { readonly [P in IntegrationProvider]?: readonly string[] } = {
  webhook: ['signing', 'callback'],
};

const merge = (adapter: Adapter, before: Values, typed: TypedConnection['secrets']): Values => {
  const merged = new Map(Object.entries(before));
  for (const [name, value] of Object.entries(typed)) {
    if (value === null) merged.delete(name);
    else if (value !== '')
      merged.set(name, lists[adapter.id]?.includes(name) ? value.trim().split(/[\s,]+/) : value);
  }
  return Object.fromEntries(merged);
};

// Whatever order their fields are in: a database has its own.
const isSame = (one: unknown, other: unknown): boolean => isDeepStrictEqual(one, other);

/** Reads settings and secrets as they were typed over those that are stored. Throws `bad_request` that names every wrong field. */
export const readConnection = (
  adapter: Adapter,
  before: Connection | null,
  { typed, at }: { readonly typed: TypedConnection; readonly at: Date },
): Connection => {
  const stored = before?.secrets ?? {};
  const settings = readFields(adapter.settingsSchema, 'settings', typed.settings);
  const secrets = readFields(adapter.secretsSchema, 'secrets', merge(adapter, stored, typed.secrets));
  if (!settings.ok || !secrets.ok) {
    const faults = [settings, secrets].flatMap((part) => (part.ok ? [] : part.faults));
    refuseFields(faults);
    throw new Error('fields were refused without a fault');
  }
  if (before) refuseFields(findLeaks(before, typed, settings.value));
  const after = secrets.value;
  const setAt = (name: string): string =>
    (isSame(after[name], stored[name]) ? before?.settings.secretsSetAt[name] : undefined) ?? at.toISOString();
  const isMoved = before !== null && !isSame(settings.value, before.settings.provider);
  const connectedAt = isMoved ? at.toISOString() : before?.settings.connectedAt;
  return {
    settings: {
      isBuiltIn: false,
      provider: settings.value,
      ...(connectedAt === undefined ? {} : { connectedAt }),
      secretsSetAt: Object.fromEntries(Object.keys(after).map((name) => [name, setAt(name)])),
    },
    secrets: after,
  };
};
