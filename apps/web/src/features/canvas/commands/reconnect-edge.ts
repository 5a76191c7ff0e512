import {
  type Connection,
  type ConnectionRefusal,
  refuseConnection,
  type ScenarioDocument,
} from '@curlew/scenario';

const without = (document: ScenarioDocument, edgeId: string): ScenarioDocument => ({
  ...document,
  edges: document.edges.filter(({ id }) => id !== edgeId),
});

/** Why a connection cannot be drawn in place of another one (null: of none); null when it can. */
export const refuseReconnection = (
  document: ScenarioDocument,
  edgeId: string | null,
  connection: Connection,
): ConnectionRefusal | null =>
  refuseConnection(edgeId === null ? document : without(document, edgeId), connection);

/** The document with an end of a connection at another place; the same document when that is refused. */
export const reconnectEdge = (
  document: ScenarioDocument,
  edgeId: string,
  connection: Connection,
): ScenarioDocument => {
  if (refuseReconnection(document, edgeId, connection)) return document;
  const { source, output, target } = connection;
  const edges = document.edges.map((edge) =>
    edge.id === edgeId ? { id: edgeId, source, output, target } : edge,
  );
  return { ...document, edges };
};
