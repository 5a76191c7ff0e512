import { createAuthClient } from 'better-auth/client';

/** Sign-in and sign-out are better-auth's own, under /api/auth. Import it lazily: most pages never need it. */
export const authClient = createAuthClient();
