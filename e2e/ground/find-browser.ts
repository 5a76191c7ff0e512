import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { chromium, type LaunchOptions } from '@playwright/test';

const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

// Neither reports to nor asks anything of the network outside.
const quiet = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** A Chromium to test with: Playwright's own or the machine's when there is one, else the one that comes from npm. */
export const findBrowser = async (): Promise<LaunchOptions> => {
  const args = process.getuid?.() === 0 ? [...quiet, '--no-sandbox'] : quiet;
  const found = [chromium.executablePath(), ...installed].find((path) => path !== '' && existsSync(path));
  return { args, executablePath: found ?? (await sparticuz.executablePath()) };
};
