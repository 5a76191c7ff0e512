import { endpoints } from '@curlew/contract';
import { queryOptions } from '@tanstack/react-query';
import { callApi } from './api.ts';

/** The countries of a project's phone numbers, the most first. */
export const phoneCountriesQuery = (projectId: string) =>
  queryOptions({
    queryKey: ['projects', projectId, 'phone-countries'],
    queryFn: ({ signal }) => callApi(endpoints.countPhoneCountries, { params: { projectId }, signal }),
    staleTime: 60_000,
  });
