import { FileUp, Plus } from 'lucide-react';
import type { Command } from '../../lib/command.ts';

export const scenarioCommands: readonly Command[] = [
  {
    id: 'new-scenario',
    label: 'New scenario',
    icon: Plus,
    atLeast: 'editor',
    link: { to: '/projects/$projectId/scenarios', search: { isNew: true } },
  },
  {
    id: 'import-scenario',
    label: 'Import a scenario from a file',
    icon: FileUp,
    atLeast: 'editor',
    link: { to: '/projects/$projectId/scenarios', search: { isNew: true, from: 'file' } },
  },
];
