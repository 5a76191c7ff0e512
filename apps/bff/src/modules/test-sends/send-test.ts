import type { BodyOf, endpoints, TestSend } from '@curlew/contract';
import {
  decideTest,
  messageTermsOf,
  prepareMessage,
  renderEventProperties,
  type MessageDecision,
  type TestPhone,
} from '@curlew/engine';
import { messageRulesOf, type NodeOf } from '@curlew/scenario';
import type { AppContext } from '../../app-context.ts';
import { ApiFailure, notFound } from '../../http/api-failure.ts';
import { loadCustomerFacts } from '../customers/service.ts';
import { findUnusablePhones } from '../customers/unusable-numbers.ts';
import { listIntegrations } from '../integrations/service.ts';
import { readProjectRules } from '../projects/service.ts';
import { loadMessageFacts } from '../runs/message-facts.ts';
import { findScenario } from '../scenarios/service.ts';
import { describeTests } from './describe-tests.ts';
import { readNumbers, testPhoneOf } from './read-numbers.ts';
import { readTestByKey } from './store.ts';
import { writeTest, type Integration } from './write-test.ts';

type Asked = BodyOf<typeof endpoints.sendTest> & {
  readonly projectId: string;
  readonly scenarioId: string;
  readonly userId: string;
};

type Faults = readonly { readonly path: string; readonly message: string }[];

// Nothing is sent to anybody while one number is wrong: whoever tests should see it before the others arrive.
const refuseNumbers = (faults: Faults): void => {
  const [first, ...others] = faults;
  if (!first) return;
  const rest = others.length === 0 ? '' : `, and ${others.length} more`;
  throw new ApiFailure('bad_request', `Nothing was sent: ${first.message}${rest}.`, { fields: [...faults] });
};

const readPhones = async (context: AppContext, { projectId, numbers }: Asked): Promise<TestPhone[]> => {
  const { defaultCountry } = await readProjectRules(context, projectId);
  const typed = readNumbers(numbers, defaultCountry);
  refuseNumbers(
    typed.flatMap((number, index) =>
      number.ok ? [] : [{ path: `numbers.${index}`, message: number.message }],
    ),
  );
  const good = typed.filter((number) => number.ok);
  const unusable = await findUnusablePhones(
    context.database.pool,
    projectId,
    good.map(({ e164 }) => e164),
  );
  return good.map((number, index) => testPhoneOf(numbers[index] ?? '', number, unusable));
};

const chooseIntegration = async (
  context: AppContext,
  projectId: string,
  { settings }: Asked['node'],
): Promise<Integration> => {
  const integrations = await listIntegrations(context, projectId);
  const chosen =
    settings.integrationId === null
      ? integrations.find(({ isDefault }) => isDefault)
      : integrations.find(({ id }) => id === settings.integrationId);
  if (!chosen) {
    throw new ApiFailure(
      'bad_request',
      'The provider of this message is not in the project: choose another, then send the test again.',
    );
  }
  return chosen;
};

const contactFaults = (decisions: readonly MessageDecision[]): Faults =>
  decisions.flatMap((decision, index) =>
    decision.status === 'suppressed' && decision.type !== 'expired'
      ? [{ path: `numbers.${index}`, message: decision.message }]
      : [],
  );

const asNode = ({ id, number, name, settings }: Asked['node']): NodeOf<'sms'> => ({
  id,
  number,
  name,
  settings,
  kind: 'sms',
  position: { x: 0, y: 0 },
});

/**
 * Sends what one customer would read to typed numbers, through the gate and the operator of every message. Consent and
 * frequency are not asked. The same key answers with the test that it has sent, and sends nothing.
 */
export const sendTest = async (context: AppContext, asked: Asked): Promise<TestSend> => {
  const { pool } = context.database;
  const { projectId, scenarioId, customerId, event } = asked;
  const sent = await readTestByKey(pool, asked);
  if (!sent) {
    const scenario = await findScenario(pool, { projectId, scenarioId });
    if (!scenario) throw notFound('scenario');
    const customer = (await loadCustomerFacts(pool, projectId, [customerId])).get(customerId);
    if (!customer) throw notFound('customer');
    const integration = await chooseIntegration(context, projectId, asked.node);
    const node = asNode(asked.node);
    const phones = await readPhones(context, asked);
    const facts = {
      ...(await loadMessageFacts(context, projectId, scenario)),
      ...(event && { event: { ...event, timestamp: Date.parse(event.timestamp) } }),
    };
    const prepared = prepareMessage(node);
    const decisions = decideTest(prepared, { customer, phones }, facts);
    refuseNumbers(contactFaults(decisions));
    await writeTest(context, {
      ...asked,
      node,
      scenarioName: scenario.name,
      phones,
      integration,
      decisions,
      identityTransfer: messageRulesOf(node, facts.defaults).identityTransfer,
      expiresAt: messageTermsOf(node, facts).expiresAt,
      properties: { ...renderEventProperties(prepared, customer, facts), is_test: true },
    });
  }
  const row = sent ?? (await readTestByKey(pool, asked));
  const [test] = row ? await describeTests(context, projectId, [row]) : [];
  if (!test) throw new Error(`the test of key ${asked.key} is not there after it was written`);
  return test;
};
