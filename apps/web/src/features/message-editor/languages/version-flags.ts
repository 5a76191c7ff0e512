import { findVariables } from '@curlew/jinja';
import { pickLanguageVersion, type SmsSettings } from '@curlew/scenario';
import { countSms } from '@curlew/sms';
import { compileMessage } from '../text/compile-message.ts';
import { languageNameOf } from '../text/language-name.ts';
import { literalTextOf } from '../text/literal-text.ts';

/** What is to be looked at in a language version. */
export interface VersionFlag {
  readonly kind: 'missing' | 'broken' | 'too_long' | 'differs';
  /** On its tab. */
  readonly mark: string;
  readonly words: string;
}

/** What is known of a message without a customer. */
interface KnownMessage {
  readonly isBroken: boolean;
  readonly variables: ReadonlySet<string>;
  /** Null where it depends on the customer. */
  readonly parts: number | null;
}

const examine = (message: string): KnownMessage => {
  const compiled = compileMessage(message);
  // How long a link is depends on whether it is shortened, which the message does not tell.
  const literal = compiled.ok && !message.includes('://') ? literalTextOf(message) : null;
  return {
    isBroken: !compiled.ok,
    variables: new Set(compiled.ok ? findVariables(compiled.template).map(({ path }) => path.join('.')) : []),
    parts: literal === null ? null : countSms(literal).parts.length,
  };
};

const mostKept = 200;
const known = new Map<string, KnownMessage>();

// A key changes one version: the others are looked up.
const examineOnce = (message: string): KnownMessage => {
  const found = known.get(message) ?? examine(message);
  if (known.size >= mostKept) known.clear();
  known.set(message, found);
  return found;
};

const listNames = (names: readonly string[]): string => names.join(', ');

const differenceOf = (
  version: KnownMessage,
  standard: KnownMessage,
  standardName: string,
): VersionFlag | null => {
  if (version.isBroken || standard.isBroken) return null;
  const missing = [...standard.variables].filter((name) => !version.variables.has(name));
  const more = [...version.variables].filter((name) => !standard.variables.has(name));
  if (missing.length === 0 && more.length === 0) return null;
  const words = [
    missing.length > 0 ? `without ${listNames(missing)}` : '',
    more.length > 0 ? `with ${listNames(more)} besides` : '',
  ].filter((part) => part !== '');
  return {
    kind: 'differs',
    mark: 'other variables',
    words: `Other variables than in ${standardName}: ${words.join(', ')}`,
  };
};

/** What is to be looked at in each version of a message, in their order. */
export const findVersionFlags = (
  settings: Pick<SmsSettings, 'versions' | 'defaultLanguage' | 'maximumParts'>,
): readonly (readonly VersionFlag[])[] => {
  const { versions, defaultLanguage, maximumParts } = settings;
  const standard = pickLanguageVersion(settings, defaultLanguage);
  return versions.map((version): readonly VersionFlag[] => {
    if (version.message.trim() === '') {
      return [{ kind: 'missing', mark: 'empty', words: 'Nothing is written in this language yet' }];
    }
    const message = examineOnce(version.message);
    const flags: VersionFlag[] = [];
    if (message.isBroken)
      flags.push({ kind: 'broken', mark: 'broken template', words: 'The template is broken' });
    if (message.parts !== null && message.parts > maximumParts) {
      const words = `${message.parts} parts, ${maximumParts} allowed: this will not be sent`;
      flags.push({ kind: 'too_long', mark: 'too long', words });
    }
    const difference =
      version === standard || standard.message.trim() === ''
        ? null
        : differenceOf(message, examineOnce(standard.message), languageNameOf(standard.language));
    return difference ? [...flags, difference] : flags;
  });
};
