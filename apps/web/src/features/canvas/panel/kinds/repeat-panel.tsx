import { useQuery } from '@tanstack/react-query';
import { projectQuery } from '../../../../lib/project-query.ts';
import { ReentrySetting } from '../fields/reentry-setting.tsx';
import { TimeZoneSetting } from '../fields/time-zone-setting.tsx';
import { NextRuns } from '../schedule/next-runs.tsx';
import { ScheduleSetting } from '../schedule/schedule-setting.tsx';
import { useSettings } from '../settings/settings-context.ts';
import type { KindPanelProps } from './kind-panel-props.ts';

export function RepeatPanel({ settings }: KindPanelProps<'repeat'>) {
  const { projectId } = useSettings();
  const { data: project } = useQuery(projectQuery(projectId));
  const { cron, timeZone, reentry } = settings;
  return (
    <>
      <ScheduleSetting cron={cron} />
      <TimeZoneSetting value={timeZone} canBeCustomers={false} />
      <NextRuns cron={cron} timeZone={timeZone === 'project' ? (project?.timeZone ?? null) : timeZone} />
      <ReentrySetting value={reentry} />
    </>
  );
}
