import { defineConfig } from '@playwright/test';
import { findBrowser } from './ground/find-browser.ts';

const launch = await findBrowser();

export default defineConfig({
  testDir: 'stories',
  outputDir: 'test-results/all',
  // Each worker has a product and a database of its own, whose stories follow one another. A browser often waits: two take little
  // more time than one.
  fullyParallel: false,
  workers: 2,
  timeout: 150_000,
  // Long enough for a slow machine that does other things as well: what is there is seen at once.
  expect: { timeout: 20_000 },
  forbidOnly: true,
  retries: 0,
  reporter: process.env['PLAYWRIGHT_JSON_OUTPUT_FILE'] ? [['line'], ['json']] : [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    colorScheme: 'light',
    timezoneId: 'Europe/London',
    locale: 'en-GB',
    // What moves for a moment is drawn at every moment of it, which takes the time of a story.
    contextOptions: { reducedMotion: 'reduce' },
    actionTimeout: 20_000,
    screenshot: 'only-on-failure',
    // It takes pictures all the time, which slows every story down.
    trace: process.env['CURLEW_E2E_TRACE'] === undefined ? 'off' : 'retain-on-failure',
    launchOptions: launch,
  },
});
