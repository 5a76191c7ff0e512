import { z } from 'zod';
import type { AppContext } from '../../app-context.ts';
import { addCustomerEvents, type EventOfCustomer } from '../customers/add-events.ts';
import { openCsv } from '../imports/open-csv.ts';
import { readRows, type CsvRow } from '../imports/read-csv.ts';

const batchRows = 1_000;

const rowSchema = z.tuple([z.string().min(1), z.string().min(1), z.iso.datetime(), z.string()]);
const propertiesSchema = z.record(z.string(), z.json());

const readEvent = (row: CsvRow): EventOfCustomer => {
  if (!row.ok) throw new Error(`line ${row.line} of the demo's events is no CSV row: ${row.fault.reason}`);
  const [registered, type, timestamp, properties] = rowSchema.parse(row.cells);
  return {
    id: { kind: 'registered', value: registered },
    type,
    timestamp,
    properties: propertiesSchema.parse(JSON.parse(properties)),
  };
};

/** Adds all events of the demo's file, or none: one transaction. The file is ours, so any fault in it is a bug. */
export const loadEvents = async (
  { database }: Pick<AppContext, 'database'>,
  projectId: string,
  content: Buffer,
): Promise<void> => {
  const opened = openCsv(content);
  if (!opened.ok) throw new Error(`the demo's events cannot be read: ${opened.sentence}`);
  const { delimiter, body } = opened.file;
  await database.transaction(async (connection) => {
    for (let position = body, isLast = false; !isLast;) {
      const page = readRows(content, position, { delimiter, limit: batchRows });
      const { unknown } = await addCustomerEvents(connection, projectId, page.rows.map(readEvent));
      if (unknown[0]) throw new Error(`the demo has an event of ${unknown[0].id.value}, who is no customer`);
      position = page.next;
      ({ isLast } = page);
    }
  });
};
