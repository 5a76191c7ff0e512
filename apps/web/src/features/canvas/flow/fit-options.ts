/** How the whole scenario is brought into view: never larger than life, with room for what follows a last node. */
export const fitOptions = { padding: 0.2, maxZoom: 1 } as const;
