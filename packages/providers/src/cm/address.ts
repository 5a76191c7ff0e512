import type { CmSecrets, CmSettings } from './settings.ts';

// Fronted by Cloudflare, and the one CM recommends ("Business Messaging Basics", "API Endpoints").
const GATEWAY = 'https://gw.messaging.cm.com';

export function cmMessageUrl({ baseUrl = GATEWAY }: CmSettings): string {
  return `${baseUrl.replace(/\/+$/, '')}/v1.0/message`;
}

/** The token may go in the body too; in a header it stays out of bodies that somebody logs. */
export function cmHeaders({ productToken }: CmSecrets): Readonly<Record<string, string>> {
  return { 'X-CM-PRODUCTTOKEN': productToken, Accept: 'application/json' };
}
