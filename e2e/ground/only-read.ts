import { endpoints } from '@curlew/contract';
import type { Page } from '@playwright/test';

/** Shows the page what it is shown to someone who may only look: what they may is told by who they are. */
export const onlyRead = async (page: Page): Promise<void> => {
  await page.route(`**${endpoints.getMe.path}`, async (route) => {
    const response = await route.fetch();
    const me = endpoints.getMe.reply.parse(await response.json());
    await route.fulfill({
      response,
      json: { ...me, projects: me.projects.map((project) => ({ ...project, role: 'viewer' })) },
    });
  });
};
