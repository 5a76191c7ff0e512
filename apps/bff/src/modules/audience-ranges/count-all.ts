import { findNeededFacts, prepareMessage, type MessageFacts } from '@curlew/engine';
import type { NodeOf } from '@curlew/scenario';
import type { Connection } from '../../database/database.ts';
import { idLength, lineEnd } from '../customers/projected-line.ts';
import { listDateAttributes, readProjectedPage, type Projection } from '../customers/service.ts';
import type { Counted } from './line-counter.ts';
import { startCounting } from './start-counting.ts';

interface Order {
  readonly projectId: string;
  readonly node: NodeOf<'sms'>;
  readonly facts: MessageFacts;
  /** Hears how many customers are counted, a page at a time; false ends the count. */
  readonly onProgress: (done: number) => Promise<boolean>;
  readonly signal: AbortSignal;
}

const beforeAll = '00000000-0000-0000-0000-000000000000';
const [fewest, usual, most] = [250, 2_000, 20_000];
// On the embedded database nobody else is answered meanwhile.
const longestPageMs = 40;
const longestText = 2_000_000;
// Each is an expression of its own to the database, which thousands are too many for.
const mostAttributes = 100;

const nextLimit = (limit: number, text: string, tookMs: number): number => {
  if (tookMs > longestPageMs || text.length > longestText) return Math.max(fewest, Math.floor(limit / 2));
  const isSmall = tookMs < longestPageMs / 3 && text.length < longestText / 3;
  return isSmall ? Math.min(most, limit * 2) : limit;
};

const lastIdOf = (page: string): string => {
  const start = page.lastIndexOf(lineEnd) + 1;
  return page.slice(start, start + idLength);
};

/** Pages of all customers, each read while the one before is being counted. */
async function* readPages(
  connection: Connection,
  projectId: string,
  projection: Projection,
): AsyncGenerator<string> {
  let limit = usual;
  const read = async (after: string) => {
    const begun = performance.now();
    const { text } = await readProjectedPage(connection, projectId, { projection, after, limit });
    if (text !== null) limit = nextLimit(limit, text, performance.now() - begun);
    return text;
  };
  let page = await read(beforeAll);
  while (page !== null) {
    const next = read(lastIdOf(page));
    // It is waited for below; if the count ends before, nobody asks for it any more.
    next.catch(() => undefined);
    yield page;
    page = await next;
  }
}

/** Renders and counts a message for every customer of a project; null when it was ended before. */
export const countAll = async (
  connection: Connection,
  { projectId, node, facts, onProgress, signal }: Order,
): Promise<Counted | null> => {
  const { attributes: read, ids } = findNeededFacts(prepareMessage(node));
  const attributes = read !== 'all' && read.length > mostAttributes ? 'all' : read;
  const { consentCategoryId } = node.settings;
  const asks = consentCategoryId !== null && !facts.project.generalCategories.has(consentCategoryId);
  const projection = { attributes, ids, consentCategoryId: asks ? consentCategoryId : null };
  const dates = await listDateAttributes(connection, projectId);
  const layout = { attributes, dates, consentCategoryId: projection.consentCategoryId };
  // What a thread cannot be handed is made again there.
  const {
    shortener,
    newIdentityToken: _token,
    readPhone: _read,
    sources: _sources,
    chance: _chance,
    ...plainFacts
  } = facts;
  const linkBase = shortener?.base ?? null;
  const thread = await startCounting({ node, facts: plainFacts, linkBase, layout });
  const stop = (): void => void thread.stop();
  signal.addEventListener('abort', stop);
  try {
    signal.throwIfAborted();
    let done = 0;
    for await (const page of readPages(connection, projectId, projection)) {
      done += await thread.add(page);
      if (!(await onProgress(done))) return null;
    }
    return await thread.counted();
  } finally {
    signal.removeEventListener('abort', stop);
    await thread.stop();
  }
};
