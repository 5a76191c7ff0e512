import { getRouteApi, Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { signOut } from './sign-out.ts';
import { Button } from '../../ui/button.tsx';
import { Initials } from '../../ui/initials.tsx';
import { SessionPage } from './session-page.tsx';

const route = getRouteApi('/');

/** The start page of a person of several projects, or of none. */
export function ChooseProjectPage() {
  const { me } = route.useRouteContext();
  const hasNone = me.projects.length === 0;
  return (
    <SessionPage
      title={hasNone ? 'No project yet' : 'Choose the project'}
      size={hasNone ? 'narrow' : 'wide'}
      {...(hasNone ? { lead: 'You belong to no project. Ask the owner of one to add you.' } : {})}
      foot={
        <>
          Signed in as {me.user.email}
          <Button variant="ghost" size="small" onClick={() => void signOut()}>
            Sign out
          </Button>
        </>
      }
    >
      {!hasNone && (
        <ul className="grid gap-2 md:grid-cols-2">
          {me.projects.map(({ id, name, role }) => (
            <li key={id}>
              <Link
                to="/projects/$projectId/scenarios"
                params={{ projectId: id }}
                className="flex items-center gap-3 rounded-card border p-3 transition-colors duration-(--motion-fast) hover:bg-surface-hover"
              >
                <Initials name={name} shape="square" />
                <span className="flex min-w-0 flex-1 flex-col">
                  <span className="truncate text-14 font-medium">{name}</span>
                  <span className="text-12 text-ink-faint">You are {role}</span>
                </span>
                <ChevronRight aria-hidden className="size-4 text-ink-faint" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </SessionPage>
  );
}
