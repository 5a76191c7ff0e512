const bytesPerId = 12;

/**
 * A new id for a node or connection. Not `crypto.randomUUID`: browsers have that on https and localhost only, and a
 * self-hosted Curlew may be reached by plain http in a private network.
 */
export const newElementId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(bytesPerId))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
