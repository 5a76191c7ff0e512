import type { BrowserContext } from '@playwright/test';

/** Collects what goes wrong in any page of a browser: errors in the console, refused by the content security policy, thrown. */
export const watchConsole = (context: BrowserContext): readonly string[] => {
  const errors: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (webError) => errors.push(webError.error().message));
  return errors;
};
