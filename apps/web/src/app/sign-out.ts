import { notify } from '../ui/notify.ts';

/** Ends the session and loads the page anew, so that nothing of the person stays in memory. */
export const signOut = async (): Promise<void> => {
  const { authClient } = await import('../lib/auth-client.ts');
  const { error } = await authClient.signOut();
  if (error) notify.failed('You are still signed in: the server could not be reached. Try again.');
  else window.location.assign('/');
};
