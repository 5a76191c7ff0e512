import { endpoints, type Integration } from '@curlew/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { callApi } from '../../../lib/api.ts';
import { describeError } from '../../../lib/error-sentences.ts';
import { projectQuery } from '../../../lib/project-query.ts';
import { notify } from '../../../ui/notify.ts';
import { changeBodyOf, draftOf, newBodyOf, type Draft } from './integration-draft.ts';

interface Save {
  /** As it was when the draft of it was begun; null: a new one. */
  readonly integration: Integration | null;
  readonly draft: Draft;
}

/** Adds, changes and deletes integrations; the project is asked anew for all that it has. */
export const useChangeIntegrations = (projectId: string) => {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: projectQuery(projectId).queryKey });
  const save = useMutation({
    mutationFn: ({ integration, draft }: Save) =>
      integration === null
        ? callApi(endpoints.createIntegration, { params: { projectId }, body: newBodyOf(draft) })
        : callApi(endpoints.changeIntegration, {
            params: { projectId, integrationId: integration.id },
            body: changeBodyOf(draft, draftOf(integration)),
          }),
    onSettled,
  });
  const makeDefault = useMutation({
    mutationFn: ({ id: integrationId }: Integration) =>
      callApi(endpoints.changeIntegration, {
        params: { projectId, integrationId },
        body: { isDefault: true },
      }),
    onSuccess: ({ name }) => {
      notify.done(
        `${name} is the default: what leaves the choice to the project goes through it from now on`,
      );
    },
    onSettled,
    onError: (error) => notify.failed(describeError(error)),
  });
  const remove = useMutation({
    mutationFn: (integrationId: string) =>
      callApi(endpoints.deleteIntegration, { params: { projectId, integrationId } }),
    onSettled,
    onError: (error) => notify.failed(describeError(error)),
  });
  return { save, makeDefault, remove };
};
