import { Link } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import type { NavItem } from './nav-items.ts';
import { railRowClass } from './rail-row-class.ts';
import { RailTip } from './rail-tip.tsx';

interface NavLinkProps {
  readonly item: NavItem;
  readonly projectId: string;
  readonly isFolded: boolean;
  readonly onLeave?: (() => void) | undefined;
}

export function NavLink({ item, projectId, isFolded, onLeave }: NavLinkProps) {
  const Icon = item.icon;
  const label = isFolded ? { 'aria-label': item.label } : {};
  return (
    <RailTip text={isFolded ? item.label : null}>
      {item.kind === 'screen' ? (
        <Link
          to={item.to}
          params={{ projectId }}
          className={railRowClass(isFolded)}
          {...label}
          onClick={() => onLeave?.()}
        >
          <Icon />
          {!isFolded && <span className="truncate">{item.label}</span>}
        </Link>
      ) : (
        <a href={item.href} target="_blank" rel="noreferrer" className={railRowClass(isFolded)} {...label}>
          <Icon />
          {!isFolded && (
            <>
              <span className="flex-1 truncate">{item.label}</span>
              <ExternalLink aria-label="opens in a new window" className="text-ink-faint" />
            </>
          )}
        </a>
      )}
    </RailTip>
  );
}
