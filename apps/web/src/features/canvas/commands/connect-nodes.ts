import { type Connection, refuseConnection, type ScenarioDocument } from '@curlew/scenario';

/** The document with one more connection; the same document when the connection is refused. */
export const connectNodes = (
  document: ScenarioDocument,
  { id, ...connection }: Connection & { readonly id: string },
): ScenarioDocument =>
  refuseConnection(document, connection)
    ? document
    : { ...document, edges: [...document.edges, { id, ...connection }] };
