import { testPassword } from './add-test-user.ts';

let clients = 0;

/** Signs a test user in and gives back the session cookie, as a browser would send it. */
export const signIn = async (origin: string, email: string): Promise<string> => {
  // Each sign-in comes from an address of its own, or the limit on guesses would meet the tests.
  clients += 1;
  const response = await fetch(`${origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, 'x-forwarded-for': `198.18.0.${clients}` },
    body: JSON.stringify({ email, password: testPassword }),
  });
  if (response.status !== 200) throw new Error(`sign-in answered ${response.status}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
};
