import { z } from 'zod';
import { testSendSchema, type TestSend } from '@curlew/contract';
import { nodeSchema } from '@curlew/scenario';
import type { Connection } from '../../database/database.ts';
import { nameCustomers } from '../customers/service.ts';
import { readMessageStates, type MessageState } from '../messages/service.ts';
import type { TestSendRow } from './store.ts';

const storedNodeSchema = z.object({ node: nodeSchema, refusal: testSendSchema.shape.refusal });

const describe = (
  row: TestSendRow,
  names: ReadonlyMap<string, string>,
  states: ReadonlyMap<string, MessageState>,
): TestSend => {
  const { node, refusal } = storedNodeSchema.parse(row);
  const { id, customerId, messageIds } = row;
  return {
    id,
    nodeId: node.id,
    nodeName: node.name,
    customer: { id: customerId, name: names.get(customerId) ?? customerId },
    createdAt: row.createdAt.toISOString(),
    refusal,
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
  connection: Connection,
  projectId: string,
  rows: readonly TestSendRow[],
): Promise<TestSend[]> => {
  const customerIds = [...new Set(rows.map(({ customerId }) => customerId))];
  const messageIds = rows.flatMap((row) => row.messageIds);
  const customers = await nameCustomers(connection, projectId, customerIds);
  const states = await readMessageStates(connection, projectId, messageIds);
  const names = new Map(customers.map(({ id, name }) => [id, name]));
  const stateById = new Map(states.map((state) => [state.id, state]));
  return rows.map((row) => describe(row, names, stateById));
};
