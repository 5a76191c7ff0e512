import type { NodeKindDescription } from '../node-kind.ts';

/** What a node with some settings, besides its defaults, is expected to say; what is left out is not looked at. */
export interface KindCase<Settings> {
  readonly with: Partial<Settings>;
  readonly summary?: string;
  /** Ids. */
  readonly outputs?: readonly string[];
  /** `!code field` for an error, `?code field` for a warning. */
  readonly issues?: readonly string[];
}

/** The case with what the node says in place of what was expected: equal to the case where it is right. */
export const observeKind = <Kind extends string, Settings>(
  description: NodeKindDescription<Kind, Settings>,
  kindCase: KindCase<Settings>,
): KindCase<Settings> => {
  const settings = { ...description.defaults(), ...kindCase.with };
  const issues = description
    .issues(settings)
    .map(({ code, field, severity }) => `${severity === 'error' ? '!' : '?'}${code} ${field}`);
  return {
    with: kindCase.with,
    ...(kindCase.summary !== undefined && { summary: description.summary(settings) }),
    ...(kindCase.outputs !== undefined && { outputs: description.outputs(settings).map(({ id }) => id) }),
    ...(kindCase.issues !== undefined && { issues }),
  };
};
