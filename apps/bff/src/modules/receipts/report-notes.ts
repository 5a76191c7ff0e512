import type { AppContext } from '../../app-context.ts';
import { noteReports } from '../integrations/service.ts';

const everyMs = 60_000;
const mostKept = 1_000;

/** Notes for people that operators report: of each integration once a minute, however often it is called. */
export interface ReportNotes {
  note(integrationIds: Iterable<string>): Promise<void>;
}

export const createReportNotes = ({ database, now }: Pick<AppContext, 'database' | 'now'>): ReportNotes => {
  const notedAt = new Map<string, number>();
  return {
    note: async (ids) => {
      const at = now();
      const isDue = (id: string): boolean => {
        const sinceMs = at.getTime() - (notedAt.get(id) ?? -Infinity);
        // A clock may be put back.
        return sinceMs >= everyMs || sinceMs < 0;
      };
      const integrationIds = [...ids].filter(isDue);
      if (integrationIds.length === 0) return;
      await noteReports(database.pool, { integrationIds, at });
      if (notedAt.size >= mostKept) notedAt.clear();
      for (const id of integrationIds) notedAt.set(id, at.getTime());
    },
  };
};
