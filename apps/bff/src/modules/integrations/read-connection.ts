import { ApiFailure } from '../../http/api-failure.ts';
import type { Adapter } from './adapter.ts';
import type { ManagedSettings } from './managed-settings.ts';
import { readFields, type FieldFault } from './read-fields.ts';

type Fields = Readonly<Record<string, string>>;

export interface Connection {
  readonly settings: ManagedSettings;
  readonly secrets: Fields;
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

// Whoever may change an address must not get at a secret by it: what is stored goes to where it was given for, and nowhere else.
const findLeaks = (
  before: Connection,
  typed: TypedConnection,
  after: Readonly<Record<string, unknown>>,
): FieldFault[] => {
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

const merge = (before: Fields, typed: TypedConnection['secrets']): Fields =>
  Object.fromEntries(
    Object.entries({
      ...before,
      ...Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== '')),
    }).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
  );

/** Reads settings and secrets as they were typed over those that are stored. Throws `bad_request` that names every wrong field. */
export const readConnection = (
  adapter: Adapter,
  before: Connection | null,
  { typed, at }: { readonly typed: TypedConnection; readonly at: Date },
): Connection => {
  const stored = before?.secrets ?? {};
  const settings = readFields(adapter.settingsSchema, 'settings', typed.settings);
  const secrets = readFields(adapter.secretsSchema, 'secrets', merge(stored, typed.secrets));
  if (!settings.ok || !secrets.ok) {
    const faults = [settings, secrets].flatMap((part) => (part.ok ? [] : part.faults));
    refuseFields(faults);
    throw new Error('fields were refused without a fault');
  }
  if (before) refuseFields(findLeaks(before, typed, settings.value));
  // Both schemas were read from texts by name; what they made of them are texts still.
  const after = secrets.value as Fields;
  const setAt = (name: string): string =>
    (after[name] === stored[name] ? before?.settings.secretsSetAt[name] : undefined) ?? at.toISOString();
  return {
    settings: {
      isBuiltIn: false,
      provider: settings.value,
      secretsSetAt: Object.fromEntries(Object.keys(after).map((name) => [name, setAt(name)])),
    },
    secrets: after,
  };
};
