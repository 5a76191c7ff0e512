import type { ScenarioSummary } from '@curlew/contract';
import { ArchiveRestore } from 'lucide-react';
import { Button } from '../../../ui/button.tsx';
import { useChangeScenarios } from './use-change-scenarios.ts';

interface RestoreButtonProps {
  readonly projectId: string;
  readonly scenario: ScenarioSummary;
}

/** Takes one scenario out of the archive. */
export function RestoreButton({ projectId, scenario }: RestoreButtonProps) {
  const { mutate, isPending } = useChangeScenarios(projectId);
  return (
    <Button
      variant="primary"
      icon={<ArchiveRestore />}
      loading={isPending}
      onClick={() => mutate({ scenarios: [scenario], change: { kind: 'restore' } })}
    >
      Restore
    </Button>
  );
}
