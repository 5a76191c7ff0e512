import type { IncomingHttpHeaders } from 'node:http';

/** Link previews, scanners of security products, crawlers and programs, by what they call themselves. */
const machines =
  /(?<!cu)bot\b|crawl|spider|facebookexternalhit|whatsapp|skypeuripreview|slack-imgproxy|embedly|preview|googleimageproxy|google-safety|googleother|feedfetcher|proofpoint|mimecast|barracuda|safelinks|ms-office|microsoft office|symantec|trendmicro|forcepoint|zscaler|urlscan|virustotal|headlesschrome|phantomjs|lighthouse|curl\/|wget\/|python-|aiohttp|go-http-client|java\/|okhttp|libwww|axios|node-fetch|undici|monitor|uptime/i;

/**
 * Whether a request for a short link comes from a program and not from somebody who pressed it: it asks for the head
 * only, says that it fetches ahead, names itself, or does not say who it is.
 */
export const isMachine = (method: string, headers: IncomingHttpHeaders): boolean => {
  if (method !== 'GET') return true;
  const purpose = [headers['purpose'], headers['sec-purpose'], headers['x-purpose'], headers['x-moz']];
  if (purpose.some((given) => /prefetch|preview|prerender/i.test(String(given ?? '')))) return true;
  const agent = headers['user-agent'] ?? '';
  return agent.trim() === '' || machines.test(agent);
};
