import { z } from 'zod';
import { parseDocument, type ScenarioDocument } from './document.ts';
import { findJsonFault } from './find-json-fault.ts';
import { nameOf } from './node-name.ts';
import { mapReferences, type ProjectReference } from './references.ts';

const format = 'curlew-scenario';
const version = 1;

/** What a project has, by id: what a file names besides is of another project. */
export interface KnownReferences {
  readonly integrationIds: ReadonlySet<string>;
  readonly consentCategoryIds: ReadonlySet<string>;
  readonly frequencyPolicyIds: ReadonlySet<string>;
}

/** Something that was left out of a scenario that was read; the same shape as an issue's place. */
export interface FileWarning {
  readonly nodeId: string;
  readonly field: string;
  readonly message: string;
}

export type ReadScenarioFile =
  | {
      readonly ok: true;
      readonly name: string;
      readonly document: ScenarioDocument;
      readonly warnings: readonly FileWarning[];
    }
  | { readonly ok: false; readonly problems: readonly string[] };

interface ScenarioToWrite {
  readonly name: string;
  readonly document: ScenarioDocument;
  readonly exportedAt: Date;
}

/** A scenario as the text of a file (JSON). */
export const writeScenarioFile = ({ name, document, exportedAt }: ScenarioToWrite): string =>
  `${JSON.stringify({ format, version, name, exportedAt: exportedAt.toISOString(), document }, null, 2)}\n`;

const headSchema = z.object({ format: z.literal(format), version: z.int().positive() });
const bodySchema = z.object({
  name: z.string('is missing').trim().min(1, 'is empty').max(120, 'has more than 120 characters'),
  document: z.record(z.string(), z.unknown(), 'is missing'),
});

const refuse = (...problems: readonly string[]): ReadScenarioFile => ({ ok: false, problems });

const refuseText = (text: string): ReadScenarioFile => {
  const fault = findJsonFault(text);
  const place = fault === null ? '' : ` in line ${fault.line}, column ${fault.column}`;
  return fault?.isAtEnd === true
    ? refuse(`The file is cut off${place}: export the scenario again`)
    : refuse(`The file is not JSON, it cannot be read${place}: choose a file that Curlew exported`);
};

const knownBy: { readonly [K in ProjectReference['kind']]: keyof KnownReferences } = {
  integration: 'integrationIds',
  consent_category: 'consentCategoryIds',
  frequency_policy: 'frequencyPolicyIds',
};

const lost: { readonly [K in ProjectReference['kind']]: string } = {
  integration: 'a provider integration that this project does not have, now the default one: choose another',
  frequency_policy:
    "a frequency policy that this project does not have, now the project's own: choose another",
  consent_category: 'a consent category that this project does not have, now none: choose another',
};

const leaveOut = (
  document: ScenarioDocument,
  known: KnownReferences,
): { readonly document: ScenarioDocument; readonly warnings: readonly FileWarning[] } => {
  const warnings: FileWarning[] = [];
  const nodes = new Map(document.nodes.map((node) => [node.id, node]));
  const mapped = mapReferences(document, ({ kind, id, nodeId, field }) => {
    const ids = known[knownBy[kind]];
    const node = nodes.get(nodeId);
    if (ids.has(id) || !node) return id;
    warnings.push({ nodeId, field, message: `“${nameOf(node)}” used ${lost[kind]}` });
    return null;
  });
  return { document: mapped, warnings };
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // A SyntaxError; where it is, is said by `refuseText`.
    return undefined;
  }
};

/**
 * Reads the text of a file that `writeScenarioFile` wrote. With `known`, what belongs to another project is set to null and
 * listed. Problems and warnings are sentences.
 */
export const readScenarioFile = (text: string, known?: KnownReferences): ReadScenarioFile => {
  // Editors on Windows put a byte order mark in front.
  const json = text.replace(/^\uFEFF/, '');
  const data = parseJson(json);
  if (data === undefined) return refuseText(json);
  const head = headSchema.safeParse(data);
  if (!head.success) return refuse('The file is not a scenario of Curlew: choose one that was exported here');
  if (head.data.version > version) {
    const found = `The file has version ${head.data.version}, and this Curlew reads version ${version}`;
    return refuse(`${found}: update Curlew, or export the scenario from an older one`);
  }
  const body = bodySchema.safeParse(data);
  if (!body.success)
    return refuse(
      ...body.error.issues.map(({ path: [part], message }) =>
        part === 'name'
          ? `The name of the scenario ${message}: mend the file`
          : 'The scenario itself is missing in the file: export it again',
      ),
    );
  const parsed = parseDocument(body.data.document);
  if (!parsed.ok) return refuse(...parsed.problems.map((problem) => `The scenario is broken: ${problem}`));
  const { name } = body.data;
  if (!known) return { ok: true, name, document: parsed.document, warnings: [] };
  return { ok: true, name, ...leaveOut(parsed.document, known) };
};
