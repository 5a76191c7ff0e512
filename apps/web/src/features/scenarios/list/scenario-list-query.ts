import { endpoints, type ScenarioSummary } from '@curlew/contract';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { callApi } from '../../../lib/api.ts';
import type { ListAddress } from './list-address.ts';

const isRunning = ({ status }: ScenarioSummary): boolean => status === 'active' || status === 'finishing';
const liveMs = 5_000;

/** What all that is known of a project's scenarios, folders and tags together begins its key with. */
export const scenarioListKey = (projectId: string) => ['scenarios', projectId, 'list'] as const;

const questionOf = ({ search = '', status, tag, folder, owner, sort, order }: ListAddress) => ({
  search,
  ...(status ? { status } : {}),
  ...(tag ? { tag } : {}),
  ...(folder ? { folderId: folder } : {}),
  ...(owner ? { ownerId: owner } : {}),
  ...(sort ? { sort } : {}),
  ...(order ? { order } : {}),
});

/** The scenarios that the address asks for, in pages. */
export const scenarioListQuery = (projectId: string, address: ListAddress) => {
  const question = questionOf(address);
  return infiniteQueryOptions({
    queryKey: [...scenarioListKey(projectId), 'pages', question],
    queryFn: ({ pageParam, signal }) =>
      callApi(endpoints.listScenarios, {
        params: { projectId },
        query: { ...question, ...(pageParam === null ? {} : { cursor: pageParam }) },
        signal,
      }),
    // The value that gives its type to the cursor.
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    // The numbers of what runs rise by themselves.
    refetchInterval: ({ state }) =>
      state.data?.pages.some(({ items }) => items.some(isRunning)) === true ? liveMs : false,
  });
};

export const folderListQuery = (projectId: string) =>
  queryOptions({
    queryKey: [...scenarioListKey(projectId), 'folders'],
    queryFn: ({ signal }) => callApi(endpoints.listFolders, { params: { projectId }, signal }),
  });

export const tagListQuery = (projectId: string) =>
  queryOptions({
    queryKey: [...scenarioListKey(projectId), 'tags'],
    queryFn: async ({ signal }) => {
      const { tags } = await callApi(endpoints.listTags, { params: { projectId }, signal });
      return tags;
    },
  });

/** The people in a project. */
export const memberListQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'members'],
    queryFn: async ({ signal }) => {
      const { members } = await callApi(endpoints.listMembers, { params: { projectId }, signal });
      return members;
    },
    staleTime: 60_000,
  });
