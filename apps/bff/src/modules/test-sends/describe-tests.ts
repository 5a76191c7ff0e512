import { z } from 'zod';
import { testSendSchema, type NamedTrouble, type TestSend } from '@curlew/contract';
import { nodeSchema, type ScenarioNode } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { nameCustomers } from '../customers/service.ts';
import { readMessageStates, type MessageState } from '../messages/service.ts';
import { readNodeTroubles } from '../runs/troubles.ts';
import type { TestSendRow } from './store.ts';

const storedNodeSchema = z.object({ node: nodeSchema, refusal: testSendSchema.shape.refusal });

interface Known {
  readonly names: ReadonlyMap<string, string>;
  readonly states: ReadonlyMap<string, MessageState>;
  readonly troubleOf: (node: ScenarioNode) => NamedTrouble | null;
}

const describe = (row: TestSendRow, { names, states, troubleOf }: Known): TestSend => {
  const { node, refusal } = storedNodeSchema.parse(row);
  const { id, customerId, messageIds } = row;
  return {
    id,
    nodeId: node.id,
    nodeName: node.name,
    customer: { id: customerId, name: names.get(customerId) ?? customerId },
    createdAt: row.createdAt.toISOString(),
    refusal,
    trouble: messageIds.some((messageId) => states.get(messageId)?.status === 'enqueued')
      ? troubleOf(node)
      : null,
    messages: row.recipients.map((recipient, index) => {
      const state = states.get(messageIds[index] ?? '');
      return {
        recipient,
        status: state?.status ?? 'refused',
        statusCode: state?.statusCode ?? null,
        error: state?.error ?? null,
      };
    }),
  };
};

/** Tests with what has become of their messages. */
export const describeTests = async (
  context: Pick<AppContext, 'database' | 'now'>,
  projectId: string,
  rows: readonly TestSendRow[],
): Promise<TestSend[]> => {
  const { pool } = context.database;
  const customerIds = [...new Set(rows.map(({ customerId }) => customerId))];
  const messageIds = rows.flatMap((row) => row.messageIds);
  const customers = await nameCustomers(pool, projectId, customerIds);
  const states = await readMessageStates(pool, projectId, messageIds);
  const known: Known = {
    names: new Map(customers.map(({ id, name }) => [id, name])),
    states: new Map(states.map((state) => [state.id, state])),
    troubleOf: await readNodeTroubles(context, projectId),
  };
  return rows.map((row) => describe(row, known));
};
