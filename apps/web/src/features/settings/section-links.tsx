import { Link } from '@tanstack/react-router';
import { settingsSections, type SettingsSection } from './settings-sections.ts';

interface SectionLinksProps {
  readonly open: SettingsSection;
}

const linkClass =
  'inline-flex h-10 items-center whitespace-nowrap rounded-t-control border-b-2 px-1 border-transparent text-13 font-medium text-ink-muted -outline-offset-2 transition-colors duration-(--motion-fast) hover:text-ink aria-[current=page]:border-accent aria-[current=page]:text-ink';

// On a phone there is not room for all of them at once.
const show = (link: HTMLAnchorElement | null): void => {
  link?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
};

/** The way to each part of the settings. Links and not tabs: what is typed may hold whoever goes to another one. */
export function SectionLinks({ open }: SectionLinksProps) {
  return (
    <nav aria-label="Parts of the settings" className="border-b px-4">
      <ul className="-mb-px -ml-1 flex gap-2 overflow-x-auto">
        {settingsSections.map(({ value, label }) => (
          <li key={value}>
            <Link
              from="/projects/$projectId/settings"
              to="."
              search={{ section: value }}
              ref={value === open ? show : null}
              activeProps={{}}
              aria-current={value === open ? 'page' : undefined}
              className={linkClass}
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
