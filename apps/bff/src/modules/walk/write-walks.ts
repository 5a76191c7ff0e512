import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import { inOneGo } from '../../database/in-one-go.ts';
import { writeAttributes, writeConsents } from '../customers/change-by-id.ts';
import { trackEvents } from '../customers/track-events.ts';
import { giveBackUses, recordUses } from '../frequency/service.ts';
import { holdIntegrations } from '../integrations/service.ts';
import { addShortLinks } from '../links/service.ts';
import { enqueueMessages } from '../messages/service.ts';
import { readDefaultCountry } from '../projects/service.ts';
import { addRefusals, addRunCounts } from '../runs/counts.ts';
import { finishWalks } from '../runs/finish.ts';
import { collectChanges } from './collect-changes.ts';
import { collectMessages, type MessageOutcome } from './collect-messages.ts';
import { collectPlaces } from './collect-places.ts';
import { countMoves } from './count-moves.ts';
import { planJobs } from './plan-jobs.ts';
import { updatePlaces } from './store.ts';
import { forgetBodies } from './webhook-store.ts';
import type { WalkedBatch } from './walked-batch.ts';

/** Somebody else sent on, moved or ended some of a batch while it was walked. */
export class OvertakenError extends Error {
  constructor(count: number) {
    super(`${count} of the customers of a walk are no longer where they stood`);
  }
}

const writeChanges = async (
  connection: PoolClient,
  { version: { projectId, scenarioId }, walked, now }: WalkedBatch,
): Promise<void> => {
  const { attributes, consents, events } = collectChanges(walked, now);
  if (attributes.length > 0) {
    const defaultCountry = await readDefaultCountry(connection, projectId);
    await writeAttributes(connection, { projectId, defaultCountry, now }, attributes);
  }
  await writeConsents(connection, { projectId, now, source: `scenario ${scenarioId}` }, consents);
  await trackEvents(connection, projectId, events);
};

/**
 * Writes what came of a batch of walks, in the caller's transaction: places, changes, messages, events, counts, next jobs. Throws an
 * OvertakenError, and the transaction must not be committed, where somebody of it does not stand where they were read.
 */
export const writeWalks = async (
  context: AppContext,
  connection: PoolClient,
  batch: WalkedBatch,
): Promise<Pick<MessageOutcome, 'refusals'>> => {
  const { version, nodeId, walked, now, facts, choose } = batch;
  const { projectId, runId, nodes } = version;
  const places = collectPlaces(walked, { nodes, now });
  const { defaults } = facts;
  const [placed, outcome] = await inOneGo<[number, MessageOutcome]>(connection, [
    () => updatePlaces(connection, { runId, nodeId, at: now }, places),
    async () => collectMessages({ version, walked, choose, now, defaults, place: batch.place }),
  ]);
  if (placed < places.length) throw new OvertakenError(places.length - placed);
  const answered = walked.filter(({ input }) => input.answer?.kind === 'webhook');
  await forgetBodies(
    connection,
    answered.map(({ enrolment }) => enrolment.id),
  );
  await writeChanges(connection, batch);
  const { messages, links, replaced, uses, events, refusals, counts, dispatches } = outcome;
  const integrationIds = messages.map(({ integrationId }) => integrationId);
  const finished = places.filter((place) => place.isFinished).length;
  await inOneGo(connection, [
    () => holdIntegrations(connection, integrationIds),
    () => enqueueMessages(connection, { projectId, runId, at: now }, messages),
    () => addShortLinks(connection, { projectId, at: now }, links),
    async () => replaced.length > 0 && giveBackUses(connection, projectId, replaced),
    () => recordUses(connection, { projectId, at: now }, uses),
    () => trackEvents(connection, projectId, events),
    () => addRefusals(connection, { projectId, runId }, refusals),
    () => addRunCounts(connection, projectId, [...countMoves(walked, runId), ...counts]),
    () => context.jobs.send(connection, 'dispatch', { jobs: dispatches, owner: projectId }),
    () => planJobs(context, connection, batch),
  ]);
  // Whose row everybody waits for is written last.
  await finishWalks(connection, runId, finished);
  return outcome;
};
