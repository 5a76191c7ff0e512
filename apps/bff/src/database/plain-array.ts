/** Ids or whole numbers as PostgreSQL reads an array of them. They need no quotes; an array of texts is looked through for what does. */
export const plainArray = (items: readonly (string | number)[]): string => `{${items.join(',')}}`;
