import { z } from 'zod';

const firstShown = 100;

/** What the page's address says; anything odd in it falls back to the plain page. */
export const pageAddressSchema = z.object({
  phone: z.string().max(40).catch(''),
  search: z.string().max(200).catch(''),
  show: z.coerce.number().int().min(1).max(5000).catch(firstShown),
});

export type PageAddress = z.infer<typeof pageAddressSchema>;

/** The address of the page with some of its parts changed. */
export function linkTo(address: PageAddress, change: Partial<PageAddress>): string {
  const { phone, search, show } = { ...address, ...change };
  const query = new URLSearchParams();
  if (phone !== '') query.set('phone', phone);
  if (search !== '') query.set('search', search);
  if (show !== firstShown) query.set('show', String(show));
  return query.size === 0 ? '/' : `/?${query.toString()}`;
}
