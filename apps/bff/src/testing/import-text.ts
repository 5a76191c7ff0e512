import type { ColumnMapping, Import } from '@curlew/contract';
import type { AppContext } from '../app-context.ts';
import { loadCustomerFactsPage } from '../modules/customers/service.ts';
import { importNow, uploadImport } from '../modules/imports/service.ts';
import { newId } from '../new-id.ts';
import type { TestProject } from './create-test-project.ts';

interface Where {
  readonly context: AppContext;
  readonly project: TestProject;
}
type Adjust = (suggested: readonly ColumnMapping[]) => ColumnMapping[];

const fileName = 'test.csv';

/** Imports a file to its end, with the columns as they are suggested unless they are adjusted. */
export const importText = (
  { context, project }: Where,
  text: string | Buffer,
  adjust: Adjust = (suggested) => [...suggested],
): Promise<Import> =>
  importNow(context, project.projectId, {
    id: newId(),
    fileName,
    content: Buffer.from(text),
    userId: project.userId,
    adjust,
  });

/** Uploads a file, and imports nothing of it yet. */
export const uploadText = ({ context, project }: Where, text: string): Promise<Import> =>
  uploadImport(context, project.projectId, {
    fileName,
    content: Buffer.from(text),
    userId: project.userId,
  });

/** The customers of a project, by the id they are registered with. */
export const readPeople = async ({ context, project }: Where) => {
  const page = { after: null, limit: 10_000 };
  const facts = await loadCustomerFactsPage(context.database.pool, project.projectId, page);
  return new Map(facts.map((customer) => [customer.ids['registered']?.[0] ?? '', customer]));
};

/** How far an import has come. */
export const countRows = ({ rowsRead, customersCreated, customersUpdated, rowsRefused, status }: Import) => ({
  rowsRead,
  customersCreated,
  customersUpdated,
  rowsRefused,
  status,
});

/** A file of so many customers with points. */
export const numberedRows = (count: number): string =>
  `registered,points\n${Array.from({ length: count }, (_, index) => `C-${index},${index}`).join('\n')}\n`;
