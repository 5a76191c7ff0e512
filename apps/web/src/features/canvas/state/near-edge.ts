import type { SessionStore } from './session-store.ts';

// Long enough to come from the line to the button on it.
const lingerMs = 300;
const leaving = new WeakMap<SessionStore, ReturnType<typeof setTimeout>>();

/** The pointer is at a connection, or at a button on it. */
export const comeNear = (session: SessionStore, edgeId: string): void => {
  clearTimeout(leaving.get(session));
  if (session.getState().nearEdge !== edgeId) session.setState({ nearEdge: edgeId });
};

/** The pointer has left it: what it shows goes a moment later. */
export const goAway = (session: SessionStore): void => {
  clearTimeout(leaving.get(session));
  leaving.set(
    session,
    setTimeout(() => session.setState({ nearEdge: null }), lingerMs),
  );
};
