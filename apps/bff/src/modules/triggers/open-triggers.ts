import { isTimed, nextMoment, type TimedTrigger } from '@curlew/engine';
import { triggerNodes, type ScenarioDocument } from '@curlew/scenario';
import type { PoolClient } from 'pg';
import type { AppContext } from '../../app-context.ts';
import { everyone, rememberEntries } from './enrol-store.ts';
import { enrol } from './enrol.ts';
import { scheduleTrigger } from './fire-trigger.ts';
import { limitsReentry } from './last-entries.ts';
import { insertListeners, type EventListener } from './listener-store.ts';

interface Opening {
  readonly projectId: string;
  readonly scenarioId: string;
  readonly runId: string;
  readonly document: ScenarioDocument;
  readonly now: Date;
  readonly projectZone: string;
  /**
   * Of the runs that it takes the place of, the triggers that have fired: Now, and a date that has come, let nobody in again; and the
   * moments that they have not come to.
   */
  readonly before?: {
    readonly fired: ReadonlySet<string>;
    readonly pending: ReadonlyMap<string, number>;
  };
}

const listenersOf = ({ projectId, runId, document }: Opening): EventListener[] =>
  document.nodes.flatMap((node): EventListener[] => {
    if (node.kind === 'on_event')
      return [{ projectId, runId, nodeId: node.id, type: node.settings.event.trim(), isTrigger: true }];
    if (node.kind === 'wait' && node.settings.mode === 'event')
      return [{ projectId, runId, nodeId: node.id, type: node.settings.event.trim(), isTrigger: false }];
    return [];
  });

// A moment that has come while the version before did not get to it is still to come, where the new version has it too.
const afterOf = (node: TimedTrigger, { now, projectZone, before }: Opening): number => {
  const due = before?.pending.get(node.id);
  if (due === undefined || due > now.getTime()) return now.getTime();
  return nextMoment(node, { after: due - 1, projectZone }) === due ? due - 1 : now.getTime();
};

/**
 * Opens the triggers of a run that has just been made: lets in whom Now lets in, and gets the others ready. Answers whether
 * anybody may still enter afterwards.
 */
export const openTriggers = async (
  context: AppContext,
  connection: PoolClient,
  opening: Opening,
): Promise<boolean> => {
  const { projectId, scenarioId, runId, document, now, projectZone, before } = opening;
  await insertListeners(connection, listenersOf(opening));
  let isOpen = false;
  for (const node of triggerNodes(document)) {
    const place = { projectId, scenarioId, runId, nodeId: node.id };
    if (node.kind === 'now') {
      if (before) continue;
      const entrance = { ...place, reentry: { mode: 'unlimited' as const, days: 0 }, at: now };
      await enrol(context, connection, { entrance, candidates: everyone });
      continue;
    }
    if (node.kind === 'on_date' && before?.fired.has(node.id)) continue;
    if (limitsReentry(node)) await rememberEntries(connection, place);
    if (!isTimed(node)) {
      isOpen = true;
      continue;
    }
    const schedule = { runId, node, after: afterOf(node, opening), now, projectZone };
    if (await scheduleTrigger(context, connection, schedule)) isOpen = true;
  }
  return isOpen;
};
