type Search = Readonly<Record<string, unknown>>;

/** Reads the parameters of an address for one page. What `read` leaves out is not there: the router would hand it on as it was typed. */
export const ownSearch =
  <T extends object>(read: (search: Search) => T) =>
  (search: Record<string, unknown>): T => ({
    ...Object.fromEntries(Object.keys(search).map((name) => [name, undefined])),
    ...read(search),
  });
