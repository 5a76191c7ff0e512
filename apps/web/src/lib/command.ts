import type { Role } from '@curlew/contract';
import type { LinkProps } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';

/** Something a feature offers from everywhere in a project, by its name in the command palette. */
export interface Command {
  readonly id: string;
  /** A verb and what: "Import customers". */
  readonly label: string;
  readonly icon: LucideIcon;
  /** Others do not see it. */
  readonly atLeast: Role;
  /** Where it is done; `projectId` is filled in. */
  readonly link: Pick<LinkProps, 'to' | 'search'>;
}
