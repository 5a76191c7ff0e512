import { Router } from 'express';
import { endpoints } from '@curlew/contract';
import type { AppContext } from '../../app-context.ts';
import { checkAccess, type AccessFacts } from '../../http/access.ts';
import { ApiFailure } from '../../http/api-failure.ts';
import { sendCsv } from '../../http/csv-file.ts';
import { readPart, type Handlers } from '../../http/endpoint-router.ts';
import { writeErrorsFile } from './errors-file.ts';
import { describeImport, listImportErrors, runImport, uploadImport } from './service.ts';

type ImportEndpoint = 'uploadImport' | 'runImport' | 'getImport' | 'listImportErrors';

/** Express leaves the body of an empty request, or of one that is not `text/csv`, as something else than bytes. */
const readFile = (body: unknown): Buffer => {
  if (Buffer.isBuffer(body)) return body;
  throw new ApiFailure(
    'file_unreadable',
    'There is no file in the request: send a CSV file that is not empty, as text/csv.',
  );
};

export const importHandlers = (context: AppContext): Pick<Handlers, ImportEndpoint> => ({
  uploadImport: ({ params, query, body, caller }) =>
    uploadImport(context, params.projectId, {
      fileName: query.fileName,
      content: readFile(body),
      userId: caller.userId,
    }),
  runImport: ({ params, body, caller }) =>
    runImport(context, params, { mapping: body.mapping, userId: caller.userId }),
  getImport: ({ params }) => describeImport(context, params),
  listImportErrors: ({ params, query }) => listImportErrors(context, params, query),
});

const pageRows = 1_000;

/** All refused rows as a file, beside the endpoint that lists them and for the same people. */
export const importErrorsFile = (context: AppContext, facts: AccessFacts): Router => {
  const router = Router();
  const endpoint = endpoints.listImportErrors;
  router.get(`${endpoint.path}.csv`, async (request, response) => {
    const params = readPart(endpoint.params, request.params, 'address');
    await checkAccess(endpoint, request, facts);
    await describeImport(context, params);
    const file = writeErrorsFile(async (afterLine) => {
      const { items } = await listImportErrors(context, params, { afterLine, limit: pageRows });
      return items;
    });
    await sendCsv(response, 'refused-rows.csv', file);
  });
  return router;
};
