import { compileTemplate, type CompileResult } from '@curlew/jinja';
import { pickLanguageVersion, type NodeOf } from '@curlew/scenario';

/** An SMS node with its templates compiled: made once, used for every customer. */
export interface PreparedMessage {
  readonly node: NodeOf<'sms'>;
  readonly sender: CompileResult;
  /** The version that a customer's `language` picks. */
  versionFor(language: unknown): { readonly language: string; readonly message: CompileResult };
}

export const prepareMessage = (node: NodeOf<'sms'>): PreparedMessage => {
  const compiled = new Map<string, CompileResult>();
  const compile = (source: string): CompileResult => {
    const known = compiled.get(source);
    if (known) return known;
    const result = compileTemplate(source);
    compiled.set(source, result);
    return result;
  };
  return {
    node,
    sender: compile(node.settings.sender.trim()),
    versionFor: (language) => {
      const version = pickLanguageVersion(node.settings, language);
      return { language: version.language, message: compile(version.message) };
    },
  };
};
