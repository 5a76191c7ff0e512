import { History, type LucideIcon, Send, Settings, Smartphone, Users, Workflow } from 'lucide-react';

/** A screen of the project, or a page elsewhere that opens in a window of its own. */
export type NavItem = {
  readonly label: string;
  readonly icon: LucideIcon;
} & (
  | {
      readonly kind: 'screen';
      readonly to:
        | '/projects/$projectId/scenarios'
        | '/projects/$projectId/runs'
        | '/projects/$projectId/outbox'
        | '/projects/$projectId/customers'
        | '/projects/$projectId/settings';
    }
  | { readonly kind: 'window'; readonly href: string }
);

const screens: readonly NavItem[] = [
  { kind: 'screen', label: 'Scenarios', icon: Workflow, to: '/projects/$projectId/scenarios' },
  { kind: 'screen', label: 'Runs', icon: History, to: '/projects/$projectId/runs' },
  { kind: 'screen', label: 'Outbox', icon: Send, to: '/projects/$projectId/outbox' },
  { kind: 'screen', label: 'Customers', icon: Users, to: '/projects/$projectId/customers' },
];

interface NavFacts {
  /** The page of the built-in carrier's phones; null where a project has no such integration. */
  readonly phonesUrl: string | null;
}

const settings: NavItem = {
  kind: 'screen',
  label: 'Settings',
  icon: Settings,
  to: '/projects/$projectId/settings',
};

/** What the rail, the menu sheet and the command palette lead to. */
export const navItemsOf = ({ phonesUrl }: NavFacts): readonly NavItem[] =>
  phonesUrl === null
    ? [...screens, settings]
    : [...screens, { kind: 'window', label: 'Carrier', icon: Smartphone, href: phonesUrl }, settings];
