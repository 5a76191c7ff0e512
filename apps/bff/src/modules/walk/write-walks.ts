import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
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
  const placed = await updatePlaces(connection, { runId, nodeId, at: now }, places);
  if (placed < places.length) throw new OvertakenError(places.length - placed);
  const answered = walked.filter(({ input }) => input.answer?.kind === 'webhook');
  await forgetBodies(
    connection,
    answered.map(({ enrolment }) => enrolment.id),
  );
  await writeChanges(connection, batch);
  const { defaults } = facts;
  const outcome = collectMessages({ version, walked, choose, now, defaults, place: batch.place });
  await holdIntegrations(
    connection,
    outcome.messages.map(({ integrationId }) => integrationId),
  );
  await enqueueMessages(connection, { projectId, runId, at: now }, outcome.messages);
  await addShortLinks(connection, { projectId, at: now }, outcome.links);
  if (outcome.replaced.length > 0) await giveBackUses(connection, projectId, outcome.replaced);
  await recordUses(connection, { projectId, at: now }, outcome.uses);
  await trackEvents(connection, projectId, outcome.events);
  await addRefusals(connection, { projectId, runId }, outcome.refusals);
  await addRunCounts(connection, projectId, [...countMoves(walked, runId), ...outcome.counts]);
  await context.jobs.send(connection, 'dispatch', { jobs: outcome.dispatches, owner: projectId });
  await planJobs(context, connection, batch);
  await finishWalks(connection, runId, places.filter((place) => place.isFinished).length);
  return outcome;
};
