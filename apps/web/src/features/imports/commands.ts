import { FileUp } from 'lucide-react';
import type { Command } from '../../lib/command.ts';

export const importCommands: readonly Command[] = [
  {
    id: 'import-customers',
    label: 'Import customers',
    icon: FileUp,
    atLeast: 'editor',
    link: { to: '/projects/$projectId/customers/import', search: {} },
  },
];
