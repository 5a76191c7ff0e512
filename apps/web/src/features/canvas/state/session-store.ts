import type { PresentTab } from '@curlew/contract';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Position } from '../commands/free-place.ts';

/** An output that a connection is being drawn from. */
export interface OpenConnection {
  readonly source: string;
  readonly output: string;
}

/** What is to be chosen: where an output leads, what goes into a connection, or what to add after a node. */
export type Choosing =
  | ({ readonly to: 'connect' } & OpenConnection)
  | { readonly to: 'insert'; readonly edgeId: string }
  | { readonly to: 'add'; readonly afterId: string | null };

/** A field of the open node that asks for the focus; a new object each time it asks. */
export interface FieldFocus {
  readonly nodeId: string;
  /** Dotted path in the settings; `name`; null: the panel's first field. */
  readonly field: string | null;
}

/** What is on show at the moment. Never saved, never undone. */
export interface SessionState {
  readonly selectedNodes: ReadonlySet<string>;
  readonly selectedEdges: ReadonlySet<string>;
  /** Where dragged nodes are just now; the document moves when they are let go. */
  readonly dragged: ReadonlyMap<string, Position>;
  readonly connecting: OpenConnection | null;
  /** The connection that the pointer is at. */
  readonly nearEdge: string | null;
  /** The connection whose end is being moved. */
  readonly reconnecting: string | null;
  /** What the open list of nodes is for. */
  readonly choosing: Choosing | null;
  readonly fieldFocus: FieldFocus | null;
  /** The note that is being written. */
  readonly editedNote: string | null;
  readonly isTidying: boolean;
  /** Read out by screen readers: what was just done. */
  readonly said: string;
  readonly isShortcutSheetOpen: boolean;
  readonly isPaletteOpen: boolean;
  readonly areProblemsOpen: boolean;
  /** The history lies over the canvas. */
  readonly isHistoryOpen: boolean;
  /** A run of another time is looked at, over the drawing. */
  readonly isPastRunOpen: boolean;
  /** Other tabs that have the scenario open. */
  readonly others: readonly PresentTab[];
}

/** The past lies over the drawing: keys and commands of the canvas mean nothing meanwhile. */
export const looksBack = ({
  isHistoryOpen,
  isPastRunOpen,
}: Pick<SessionState, 'isHistoryOpen' | 'isPastRunOpen'>): boolean => isHistoryOpen || isPastRunOpen;

export type SessionStore = StoreApi<SessionState>;

const nothing: ReadonlySet<string> = new Set();
const nowhere: ReadonlyMap<string, Position> = new Map();

export const createSessionStore = (selectedNode: string | null): SessionStore =>
  createStore<SessionState>()(() => ({
    selectedNodes: selectedNode === null ? nothing : new Set([selectedNode]),
    selectedEdges: nothing,
    dragged: nowhere,
    connecting: null,
    nearEdge: null,
    reconnecting: null,
    choosing: null,
    fieldFocus: null,
    editedNote: null,
    isTidying: false,
    said: '',
    isShortcutSheetOpen: false,
    isPaletteOpen: false,
    areProblemsOpen: false,
    isHistoryOpen: false,
    isPastRunOpen: false,
    others: [],
  }));

/** Selects these nodes and nothing else. */
export const selectNodes = (session: SessionStore, ids: Iterable<string>): void =>
  session.setState({ selectedNodes: new Set(ids), selectedEdges: nothing });
