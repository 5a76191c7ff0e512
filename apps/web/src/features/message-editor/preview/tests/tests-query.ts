import { endpoints, type TestSend } from '@curlew/contract';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../../lib/api.ts';
import { lookOfTest } from './test-looks.ts';

const everyMs = 1_000;
/** Operators that have said nothing for so long are no longer asked each second. */
const youngMs = 2 * 60_000;

const isOnItsWay = ({ createdAt, messages }: TestSend, nowMs: number): boolean =>
  nowMs - Date.parse(createdAt) < youngMs && messages.some(({ status }) => !lookOfTest(status).isFinal);

/** The last tests of a scenario; asks again by itself while a message is on its way. */
export const testsQuery = (projectId: string, scenarioId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'scenarios', scenarioId, 'tests'],
    queryFn: ({ signal }) => callApi(endpoints.listTests, { params: { projectId, scenarioId }, signal }),
    refetchInterval: ({ state }) =>
      state.data?.items.some((test) => isOnItsWay(test, Date.now())) ? everyMs : false,
  });
