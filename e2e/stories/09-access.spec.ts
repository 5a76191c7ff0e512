import { endpoints } from '@curlew/contract';
import { expect } from '@playwright/test';
import { signedOut, story } from '../ground/story.ts';

const nobody = '01900000-0000-7000-8000-000000000000';
const filled = (path: string): string => path.replaceAll(/:\w+/g, nobody);

story.describe('signed out', () => {
  story.use({ storageState: signedOut });

  for (const { method, path, summary, access } of Object.values(endpoints)) {
    if (access === 'public') continue;
    story(`${method} ${path} is refused (${summary})`, async ({ request }) => {
      const response = await request.fetch(filled(path), { method: method.toUpperCase() });
      expect(response.status()).toBe(401);
      expect(await response.json()).toMatchObject({ error: { code: 'not_signed_in' } });
    });
  }
});

story.describe('signed in', () => {
  story.use({ expectedError: /status of 404/ });

  for (const path of [`/projects/${nobody}/scenarios`, '/nowhere']) {
    story(`${path} says that there is nothing`, async ({ page }) => {
      await page.goto(path);
      await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
      await expect(page.getByRole('link', { name: 'Go to the start page' })).toBeVisible();
    });
  }

  story('a scenario and a customer that do not exist say so', async ({ page, projectId }) => {
    await page.goto(`/projects/${projectId}/scenarios/${nobody}`);
    await expect(page.getByRole('heading', { name: 'Page not found' })).toBeVisible();
    await page.goto(`/projects/${projectId}/customers/${nobody}`);
    await expect(
      page.getByRole('alert').or(page.getByRole('heading', { name: 'Page not found' })),
    ).toBeVisible();
  });

  story('a project of others answers as one that does not exist', async ({ request }) => {
    const response = await request.get(`/api/projects/${nobody}`);
    expect(response.status()).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'not_found' } });
  });
});

story('the description of the API can be read', async ({ page }) => {
  await page.goto('/api/docs');
  await expect(page.getByRole('heading', { name: /^Curlew/ })).toBeVisible();
  await expect(page.getByText(endpoints.startScenario.summary)).toBeVisible();
});

story('process and readiness are told', async ({ request }) => {
  for (const path of ['/healthz', '/readyz']) {
    const response = await request.get(path);
    expect(response.status(), path).toBe(200);
  }
});

for (const path of ['/', '/api/me', '/api/docs']) {
  story(`${path} is served with strict headers`, async ({ request }) => {
    const headers = (await request.get(path)).headers();
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toMatch(/(?:^|;)\s*default-src 'self'/);
    expect(policy).toMatch(/(?:^|;)\s*script-src 'self'(?:;|$)/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-powered-by']).toBeUndefined();
  });
}
