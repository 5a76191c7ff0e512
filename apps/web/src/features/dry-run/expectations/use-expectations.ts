import { endpoints, type BodyOf, type Expectation, type ExpectationResult } from '@curlew/contract';
import type { ScenarioDocument } from '@curlew/scenario';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/api.ts';
import { describeError } from '../../../lib/error-sentences.ts';
import { notify } from '../../../ui/notify.ts';

export interface ExpectationsOf {
  readonly projectId: string;
  readonly scenarioId: string;
}

const failed = (error: Error): void => notify.failed(describeError(error));

/** What is expected of a scenario, and what can be done with it. */
export const useExpectations = (where: ExpectationsOf) => {
  const queryClient = useQueryClient();
  const queryKey = ['expectations', where];
  const renew = () => queryClient.invalidateQueries({ queryKey });
  const list = useQuery({
    queryKey,
    queryFn: ({ signal }) => callApi(endpoints.listExpectations, { params: where, signal }),
  });
  const create = useMutation({
    mutationFn: (body: BodyOf<typeof endpoints.createExpectation>) =>
      callApi(endpoints.createExpectation, { params: where, body }),
    onSuccess: renew,
    onError: failed,
  });
  const changing = {
    mutationFn: ({ id, ...body }: { id: string } & BodyOf<typeof endpoints.changeExpectation>) =>
      callApi(endpoints.changeExpectation, { params: { ...where, expectationId: id }, body }),
    onSuccess: renew,
  };
  const change = useMutation({ ...changing, onError: failed });
  // Its form tells what went wrong.
  const save = useMutation(changing);
  const remove = useMutation({
    mutationFn: ({ id }: Expectation) =>
      callApi(endpoints.deleteExpectation, { params: { ...where, expectationId: id } }),
    onSuccess: (_, deleted) => {
      void renew();
      notify.done(`“${deleted.name}” is deleted.`, { label: 'Undo', onClick: () => create.mutate(deleted) });
    },
    onError: failed,
  });
  const run = useMutation({
    mutationFn: async (document: ScenarioDocument): Promise<ReadonlyMap<string, ExpectationResult>> => {
      const { results } = await callApi(endpoints.runExpectations, { params: where, body: { document } });
      return new Map(results.map((result) => [result.id, result]));
    },
    onError: failed,
  });
  return { items: list.data?.items ?? [], create, change, save, remove, run };
};
