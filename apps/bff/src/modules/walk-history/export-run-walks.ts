import type { RunWalk } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { writeCsv, type CsvRow } from '../../http/csv-file.ts';
import { audit } from '../audit/service.ts';
import { readContacts, type CustomerContact } from '../customers/service.ts';
import { nameOfNode, readVocabulary } from './describe-walks.ts';
import {
  findAskedRun,
  findRunWalks,
  type AskedRun,
  type FoundRun,
  type WalksQuery,
} from './find-run-walks.ts';
import { toRunWalk } from './list-run-walks.ts';

const usualPortion = 1_000;

const columns = ['customer_id', 'registered', 'name', 'phone', 'node', 'output', 'time', 'reason'];

const stateWords: { readonly [S in RunWalk['state']]: string } = {
  inside: 'Inside',
  finished: 'Finished',
  ended: 'Ended',
};

const describeWait = ({ waitsUntil, awaits }: RunWalk): string =>
  [
    ...(awaits === null ? [] : [`Waits for ${awaits}`]),
    ...(waitsUntil === null ? [] : [awaits === null ? `Waits until ${waitsUntil}` : `until ${waitsUntil}`]),
  ].join(', ');

const toRow = (walk: RunWalk, { name, phone, registered }: CustomerContact): CsvRow => {
  const who = [walk.customerId, registered ?? '', name, phone ?? ''];
  const { step, state } = walk;
  if (step === null) {
    const reason = state === 'inside' ? describeWait(walk) : (walk.ending ?? '');
    return [...who, walk.nodeName, stateWords[state], walk.since, reason];
  }
  const left = step.output === null ? stateWords.ended : 'Left';
  return [...who, step.nodeName, step.outputLabel || left, step.at ?? '', step.words];
};

/** Every walk that is listed as a row of a file, the latest first; the database is asked for a portion when the last one was taken. */
async function* readRows(
  context: AppContext,
  asked: AskedRun,
  { found: { run, version, filter }, size }: { found: FoundRun; size: number },
): AsyncGenerator<readonly CsvRow[]> {
  if (filter === null) return;
  const { projectId } = asked;
  const { pool } = context.database;
  const vocabulary = await readVocabulary(context, projectId);
  for await (const { rows } of findRunWalks(context, asked, {
    filter,
    since: run.since,
    after: null,
    size,
  })) {
    const ids = [...new Set(rows.map(({ customerId }) => customerId))];
    const contacts = await readContacts(pool, projectId, ids);
    yield rows.map((row) => {
      const contact = contacts.get(row.customerId) ?? { name: row.customerId, phone: null, registered: null };
      return toRow(toRunWalk(row, { customerName: contact.name, version, vocabulary }), contact);
    });
  }
}

/** A file of all walks that a list of them has, and what it is called. Who took it is in the audit log before its first row. */
export const exportRunWalks = async (
  context: AppContext,
  asked: AskedRun,
  { userId, portion: size = usualPortion, ...query }: WalksQuery & { userId: string; portion?: number },
): Promise<{ name: string; file: AsyncGenerator<string> }> => {
  const found = await findAskedRun(context, asked, query);
  const { nodeId, output, refusal, state } = query;
  await context.database.transaction((connection) =>
    audit(connection, {
      projectId: asked.projectId,
      userId,
      action: 'walks.export',
      subjectId: asked.runId,
      detail: { nodeId, output, refusal, state },
    }),
  );
  const { scenarioName, versionNumber } = found.run;
  const where = nodeId === undefined ? '' : `, ${nameOfNode(found.version.nodes.get(nodeId))}`;
  return {
    name: `${scenarioName}, version ${versionNumber}${where}.csv`,
    file: writeCsv(columns, readRows(context, asked, { found, size })),
  };
};
