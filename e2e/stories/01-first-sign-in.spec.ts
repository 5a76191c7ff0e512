import { expect, type Page } from '@playwright/test';
import { oneTimePassword, ownerEmail, ownerPassword } from '../ground/owner.ts';
import { signedOut, story } from '../ground/story.ts';

// The browser notes each answer 401: before the sign-in, and for a wrong password.
story.use({ storageState: signedOut, expectedError: /status of 401/ });

const signIn = async (page: Page, password: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'E-mail' }).fill(ownerEmail());
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

story(
  'a first sign-in: the one-time password, one’s own, and the page that was asked for',
  async ({ page }) => {
    await page.goto('/?from=bookmark');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await expect(page.getByText('Then you go on to the page you asked for.')).toBeVisible();

    await signIn(page, 'not the password');
    await expect(page.getByRole('alert')).toHaveText(
      'The e-mail or the password is wrong. Check both, then try again.',
    );
    await expect(page.getByRole('textbox', { name: 'Password' })).toHaveValue('');

    await signIn(page, oneTimePassword());
    await expect(page.getByRole('heading', { name: 'Choose your own password' })).toBeVisible();

    await page.getByRole('textbox', { name: 'One-time password' }).fill(oneTimePassword());
    await page.getByRole('textbox', { name: 'New password', exact: true }).fill('short');
    await page.getByRole('textbox', { name: 'New password again' }).fill('shorter');
    await page.getByRole('button', { name: 'Change password' }).click();
    await expect(page.getByText('Type at least 10 characters')).toBeVisible();

    await page.getByRole('textbox', { name: 'New password', exact: true }).fill(ownerPassword);
    await page.getByRole('textbox', { name: 'New password again' }).fill(ownerPassword);
    await page.getByRole('button', { name: 'Change password' }).click();

    await expect(page.getByRole('heading', { name: 'Scenarios' })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Autumn sale' })).toBeVisible();
  },
);

story('someone signed out who asks for a page comes back to it after the sign-in', async ({ page }) => {
  await page.goto('/');
  await signIn(page, ownerPassword);
  await expect(page.getByRole('heading', { name: 'Scenarios' })).toBeVisible();
  const asked = new URL(`${page.url()}?search=autumn`);

  await page.getByRole('button', { name: 'your menu' }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();

  await page.goto(asked.href);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await signIn(page, ownerPassword);
  await expect(page).toHaveURL(asked.href);
  await expect(page.getByRole('searchbox', { name: 'Search scenarios' })).toHaveValue('autumn');
});

story('the one-time password is worth nothing once it was replaced', async ({ page }) => {
  await page.goto('/sign-in');
  await signIn(page, oneTimePassword());
  await expect(page.getByRole('alert')).toContainText('The e-mail or the password is wrong');
});
