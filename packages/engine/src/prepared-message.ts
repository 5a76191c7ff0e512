import { compileTemplate, type CompileResult } from '@curlew/jinja';
import { createLanguagePicker, type NamedValue, type NodeOf } from '@curlew/scenario';

/** A custom property of campaign events, its value compiled. */
interface PreparedProperty extends Pick<NamedValue, 'name' | 'type'> {
  readonly value: CompileResult;
}

/** An SMS node with its templates compiled: made once, used for every customer. */
export interface PreparedMessage {
  readonly node: NodeOf<'sms'>;
  readonly sender: CompileResult;
  /** The version that a customer's `language` picks. */
  versionFor(language: unknown): { readonly language: string; readonly message: CompileResult };
  /** In the order of the settings, their names without blanks around them. */
  readonly eventProperties: () => readonly PreparedProperty[];
}

/** Prepares an SMS node; each of its templates is compiled at most once, when it is first needed. */
export const prepareMessage = (node: NodeOf<'sms'>): PreparedMessage => {
  const compiled = new Map<string, CompileResult>();
  const compile = (source: string): CompileResult => {
    const result = compiled.get(source) ?? compileTemplate(source);
    compiled.set(source, result);
    return result;
  };
  const pickVersion = createLanguagePicker(node.settings);
  let properties: readonly PreparedProperty[] | undefined;
  return {
    node,
    sender: compile(node.settings.sender.trim()),
    versionFor: (language) => {
      const version = pickVersion(language);
      return { language: version.language, message: compile(version.message) };
    },
    eventProperties: () => {
      properties ??= node.settings.eventProperties.map(({ name, type, value }) => ({
        name: name.trim(),
        type,
        value: compile(value),
      }));
      return properties;
    },
  };
};
