import { defineConfig } from '@playwright/test';
import { findBrowser } from './ground/find-browser.ts';

const launch = await findBrowser();

export default defineConfig({
  testDir: 'stories',
  outputDir: `test-results/${process.env['CURLEW_E2E_PART'] ?? 'all'}`,
  fullyParallel: false,
  // One server and one database are shared: the stories of a run follow one another.
  workers: 1,
  timeout: 150_000,
  // Long enough for a slow machine that does other things as well: what is there is seen at once.
  expect: { timeout: 20_000 },
  forbidOnly: true,
  retries: 0,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['line'], ['json']] : [['list']],
  globalSetup: './ground/start-curlew.ts',
  use: {
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    timezoneId: 'Europe/London',
    locale: 'en-GB',
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
    launchOptions: launch,
  },
});
