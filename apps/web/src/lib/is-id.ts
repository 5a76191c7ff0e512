const id = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** False for what no thing of ours is called by, whoever typed it into the address. */
export const isId = (text: string): boolean => id.test(text);
