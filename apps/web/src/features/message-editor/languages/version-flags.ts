import { boundMessage } from '@curlew/engine';
import { findVariables } from '@curlew/jinja';
import { pickLanguageVersion, type SmsSettings } from '@curlew/scenario';
import { countSms } from '@curlew/sms';
import { compileMessage } from '../text/compile-message.ts';
import { languageNameOf } from '../text/language-name.ts';
import { literalTextOf } from '../text/literal-text.ts';
import { shortenLiteral } from '../text/shorten-literal.ts';
import { shortenSource } from '../text/shorten-source.ts';

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
  /** As many as it has for every customer, whatever is filled in. */
  readonly leastParts: number;
  readonly isTheSameForAll: boolean;
}

const leastPartsOf = (message: string, linkBase: string | null): number => {
  const source = linkBase === null ? message : shortenSource(message, linkBase);
  const compiled = source === null ? null : compileMessage(source);
  return compiled?.ok ? boundMessage(compiled.template, () => undefined).parts.least : 0;
};

const examine = (message: string, linkBase: string | null): KnownMessage => {
  const compiled = compileMessage(message);
  const literal = compiled.ok ? literalTextOf(message) : null;
  return {
    isBroken: !compiled.ok,
    variables: new Set(compiled.ok ? findVariables(compiled.template).map(({ path }) => path.join('.')) : []),
    leastParts:
      literal === null
        ? leastPartsOf(message, linkBase)
        : countSms(shortenLiteral(literal, linkBase)).parts.length,
    isTheSameForAll: literal !== null,
  };
};

const mostKept = 200;
const known = new Map<string, KnownMessage>();

// A key changes one version: the others are looked up.
const examineOnce = (message: string, linkBase: string | null): KnownMessage => {
  const key = `${linkBase ?? ''} ${message}`;
  const found = known.get(key) ?? examine(message, linkBase);
  if (known.size >= mostKept) known.clear();
  known.set(key, found);
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

/** What is to be looked at in each version of a message, in their order. `linkBase`: what its short links begin with, if it has any. */
export const findVersionFlags = (
  settings: Pick<SmsSettings, 'versions' | 'defaultLanguage' | 'maximumParts'>,
  linkBase: string | null,
): readonly (readonly VersionFlag[])[] => {
  const { versions, defaultLanguage, maximumParts } = settings;
  const standard = pickLanguageVersion(settings, defaultLanguage);
  return versions.map((version): readonly VersionFlag[] => {
    if (version.message.trim() === '') {
      return [{ kind: 'missing', mark: 'empty', words: 'Nothing is written in this language yet' }];
    }
    const message = examineOnce(version.message, linkBase);
    const flags: VersionFlag[] = [];
    if (message.isBroken)
      flags.push({ kind: 'broken', mark: 'broken template', words: 'The template is broken' });
    if (message.leastParts > maximumParts) {
      const parts = `${message.leastParts} parts${message.isTheSameForAll ? '' : ' at least'}`;
      const words = `${parts}, ${maximumParts} allowed: this will not be sent`;
      flags.push({ kind: 'too_long', mark: 'too long', words });
    }
    const difference =
      version === standard || standard.message.trim() === ''
        ? null
        : differenceOf(message, examineOnce(standard.message, linkBase), languageNameOf(standard.language));
    return difference ? [...flags, difference] : flags;
  });
};
