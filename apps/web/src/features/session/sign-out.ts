import { notify } from '../../ui/notify.ts';

/** Ends the session and loads the page anew, so that nothing of the person stays in memory. */
export const signOut = async (): Promise<void> => {
  // Loaded when it is needed: the frame of every screen leads here.
  const { askAuth } = await import('./auth-answer.ts');
  const answer = await askAuth((client) => client.signOut());
  // Whose session has ended already is signed out, too.
  if (answer.ok || answer.status === 401) window.location.assign('/sign-in');
  else notify.failed('You are still signed in: Curlew could not be reached. Try again.');
};
