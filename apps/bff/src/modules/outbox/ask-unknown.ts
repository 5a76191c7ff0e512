import type { FindOutcome } from '@curlew/providers';
import type { UnknownSelection } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { readCursor, writeCursor } from '../../http/page.ts';
import { audit } from '../audit/service.ts';
import { openIntegration } from '../integrations/service.ts';
import { lockBatchMessages, settleBatch } from '../messages/batch-store.ts';
import { recordNews, type MessageNews } from '../messages/record-statuses.ts';
import { standingOf } from '../messages/status.ts';
import { withoutNumbers } from '../messages/without-numbers.ts';
import { readUnknownBatches, type UnknownBatch } from './unknown-store.ts';

// A person waits for the answer, and the operator has others to serve.
const askedAtOnce = 8;
const timeoutMs = 10_000;

interface Question {
  readonly projectId: string;
  readonly selection: UnknownSelection;
  readonly cursor?: string | undefined;
  readonly by: { readonly userId: string };
}

interface Answer {
  readonly sent: number;
  readonly stays: number;
  readonly why: string;
}

type Known = Extract<FindOutcome, { kind: 'found' }>;

/** Writes what the operator said of a request: what it has was sent, and what it does not have stays as it is. */
const record = (
  context: AppContext,
  { projectId, by }: Question,
  { batchId, found, why }: { batchId: string; found: (Known & { provider: string }) | null; why: string },
): Promise<Answer> =>
  context.database.transaction(async (connection) => {
    const at = context.now();
    const ofBatch = await lockBatchMessages(connection, batchId);
    // What a person took for not sent the operator knows better.
    const told = ofBatch.filter((message) => standingOf(message) === 'unknown');
    const unknown = ofBatch.filter(({ status }) => status === 'unknown');
    const detail = { messages: unknown.length, answer: found ? 'It has the request' : why };
    await audit(connection, {
      projectId,
      userId: by.userId,
      action: 'message.ask',
      subjectId: batchId,
      detail,
    });
    if (!found) return { sent: 0, stays: unknown.length, why };
    const sent = { at, status: 'sent' as const, statusCode: null, error: null };
    const news = told.map((message): MessageNews => ({ message, ...sent }));
    await recordNews(connection, { projectId, provider: found.provider, news });
    const settled = { id: batchId, status: 'accepted', providerId: found.providerBatchId } as const;
    await settleBatch(connection, settled, 'unknown');
    return { sent: told.length, stays: 0, why };
  });

const ask = async (
  context: AppContext,
  question: Question,
  { id: batchId, integrationId }: UnknownBatch,
): Promise<Answer> => {
  const integration = await openIntegration(context, integrationId);
  const nobody = 'The integration was deleted, so nobody can be asked.';
  if (!integration) return record(context, question, { batchId, found: null, why: nobody });
  const now = (): number => context.now().getTime();
  const { name, provider, fetch } = integration;
  const found = await provider.findBatch(batchId, { fetch, now, timeoutMs });
  if (found.kind !== 'found') {
    const why =
      found.kind === 'not_found'
        ? `${name} says that it does not know the request.`
        : `${name} did not say: ${withoutNumbers(found.error)}.`;
    return record(context, question, { batchId, found: null, why });
  }
  const told = { ...found, provider: provider.id };
  const answer = await record(context, question, { batchId, found: told, why: '' });
  if (answer.sent > 0) context.metrics.messages.inc({ provider: provider.id, status: 'sent' }, answer.sent);
  return answer;
};

/** Asks operators again what became of the requests that unknown messages left in, some at a time. */
export const askUnknown = async (
  context: AppContext,
  question: Question,
): Promise<{ sent: number; stays: { messages: number; why: string }[]; nextCursor: string | null }> => {
  const { projectId, selection, cursor } = question;
  const [before = null] = readCursor(cursor, 1) ?? [];
  const batches = await readUnknownBatches(context.database.pool, {
    projectId,
    messageIds: selection.kind === 'messages' ? selection.ids : null,
    runId: selection.kind === 'run' ? selection.runId : null,
    before,
    limit: askedAtOnce + 1,
  });
  const asked = batches.slice(0, askedAtOnce);
  const answers = await Promise.all(asked.map((batch) => ask(context, question, batch)));
  const staying = Map.groupBy(
    answers.filter(({ stays }) => stays > 0),
    ({ why }) => why,
  );
  const last = asked.at(-1);
  return {
    sent: answers.reduce((sum, { sent }) => sum + sent, 0),
    stays: [...staying].map(([why, group]) => ({
      why,
      messages: group.reduce((sum, { stays }) => sum + stays, 0),
    })),
    nextCursor: batches.length > askedAtOnce && last ? writeCursor([last.id]) : null,
  };
};
