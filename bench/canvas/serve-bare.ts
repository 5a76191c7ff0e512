import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';

export interface BarePage {
  readonly url: string;
  stop(): Promise<void>;
}

/** Builds the page with nothing but React Flow, as the product is built, and serves it. */
export const serveBare = async (): Promise<BarePage> => {
  const root = join(import.meta.dirname, 'bare');
  const outDir = mkdtempSync(join(tmpdir(), 'curlew-bare-'));
  const shared = { root, configFile: false as const, logLevel: 'error' as const, plugins: [react()] };
  await build({ ...shared, build: { outDir, emptyOutDir: true } });
  const server = await preview({ ...shared, build: { outDir }, preview: { host: '127.0.0.1', port: 0 } });
  const url = server.resolvedUrls?.local[0];
  if (url === undefined) throw new Error('the bare page is not served');
  return {
    url,
    stop: async () => {
      await server.close();
      rmSync(outDir, { recursive: true, force: true });
    },
  };
};
