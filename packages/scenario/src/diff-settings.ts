import type { NodeKind, NodeOf, ScenarioNode } from './node.ts';
import type { Said, SettingForm } from './say-settings.ts';
import { type SettingWords, settingWords } from './setting-words.ts';

/** A setting that is another than before, in words: `sender`, `Heron`, `Heron&Reed`. */
export interface SettingChange {
  /** Dotted path in the settings, its last part a language, a name or an id where it is one of a list; `name`. */
  readonly field: string;
  readonly label: string;
  /** Null: it was not there. Empty: nothing was set. */
  readonly before: string | null;
  /** Null: it is not there any more. Empty: nothing is set. */
  readonly after: string | null;
  readonly form: SettingForm;
}

const sayAll = <K extends NodeKind>(kind: K, settings: NodeOf<K>['settings']): ReadonlyMap<string, Said> => {
  const words: SettingWords<K> = settingWords[kind];
  const said = new Map<string, Said>();
  for (const name in words) {
    for (const one of words[name](settings[name])) {
      const path = one.key === '' ? name : `${name}.${one.key}`;
      // Two with one name are told apart by their place.
      const twin = [...said.keys()].filter((key) => key === path || key.startsWith(`${path} #`)).length;
      said.set(twin === 0 ? path : `${path} #${twin + 1}`, one);
    }
  }
  return said;
};

const changeOf = (
  field: string,
  before: Said | undefined,
  after: Said | undefined,
): readonly SettingChange[] => {
  const known = after ?? before;
  if (!known || (before && after && before.value === after.value)) return [];
  const { label, form } = known;
  return [{ field, label, form, before: before?.value ?? null, after: after?.value ?? null }];
};

const name = (node: ScenarioNode): Said => ({ key: '', label: 'name', value: node.name, form: 'value' });

/** What is set otherwise in a node than before, in reading order, its name first. */
export const diffSettings = (before: ScenarioNode, after: ScenarioNode): readonly SettingChange[] => {
  const [was, is] = [sayAll(before.kind, before.settings), sayAll(after.kind, after.settings)];
  const fields = new Set([...is.keys(), ...was.keys()]);
  return [
    ...changeOf('name', name(before), name(after)),
    ...[...fields].flatMap((field) => changeOf(field, was.get(field), is.get(field))),
  ];
};
