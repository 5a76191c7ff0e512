import type { NodeOf, ScenarioDocument } from '@curlew/scenario';
import type { Connection } from '../../database/database.ts';
import { ApiFailure, notFound } from '../../http/api-failure.ts';
import { findVersion, type PinnedVersion } from '../runs/versions.ts';
import {
  readAttemptRuns,
  type Attempts,
  type NumberedRun,
  type ResendPlace,
  type VariantStep,
} from './store.ts';

type SmsNode = NodeOf<'sms'>;

export const findSms = ({ nodes }: ScenarioDocument, nodeId: string): SmsNode | null =>
  nodes.find((node): node is SmsNode => node.id === nodeId && node.kind === 'sms') ?? null;

// A version may have another node under the number. One that has neither may be where somebody was moved to later.
const numberIn = ({ runId, document }: PinnedVersion, node: SmsNode): NumberedRun[] => {
  const own = findSms(document, node.id)?.number;
  if (own !== undefined) return [{ runId, number: own }];
  return document.nodes.some(({ number }) => number === node.number) ? [] : [{ runId, number: node.number }];
};

const variantsIn = ({ runId, document }: PinnedVersion): VariantStep[] =>
  document.nodes.flatMap((node) =>
    node.kind === 'split'
      ? node.settings.variants.map(({ id, name }) => ({
          runId,
          number: node.number,
          output: id,
          variant: name || id,
        }))
      : [],
  );

interface FoundAttempts {
  readonly attempts: Attempts;
  /** As it was when the run was started. */
  readonly node: SmsNode;
  /** The run that is sent again, also where what was asked for is itself sent again. */
  readonly firstRunId: string;
}

/**
 * The message of a run and all runs in which it was tried. Throws `not_found` for what is not there, and `already_running` while
 * anybody may still come to the message.
 */
export const findAttempts = async (connection: Connection, place: ResendPlace): Promise<FoundAttempts> => {
  const { projectId, runId, nodeId } = place;
  const found = await readAttemptRuns(connection, place);
  const first = found.find(({ isFirst }) => isFirst);
  if (!first) throw notFound('run');
  const node = findSms((await findVersion(connection, runId)).document, nodeId);
  if (!node) throw notFound('message');
  if (found.some(({ status }) => status === 'active' || status === 'finishing'))
    throw new ApiFailure(
      'already_running',
      'This run is not over yet: wait for its end, or finish or stop it, and then send again.',
    );
  if (found.some(({ leaving }) => leaving > 0))
    throw new ApiFailure(
      'already_running',
      'Messages of this run have not left yet: wait until they have, or cancel them in the outbox, and then send again.',
    );
  const runs: NumberedRun[] = [];
  const variants: VariantStep[] = [];
  for (const { id, isResend } of found) {
    const version = await findVersion(connection, id);
    runs.push(...numberIn(version, node));
    if (!isResend) variants.push(...variantsIn(version));
  }
  return { attempts: { projectId, nodeId, runs, variants }, node, firstRunId: first.id };
};
