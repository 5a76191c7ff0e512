import type { DryRunReply } from '@curlew/contract';
import type { ScenarioDocument } from '@curlew/scenario';
import { ViewportPortal } from '@xyflow/react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { DryRunStore } from './dry-run-store.ts';
import { findLight } from './find-light.ts';
import { writeLightStyle } from './light-style.ts';

interface Point {
  readonly x: number;
  readonly y: number;
}

interface DryRunLayerProps {
  readonly store: DryRunStore;
  readonly document: ScenarioDocument;
  readonly reply: DryRunReply | undefined;
  /** The upper left corner of a card. */
  readonly placeOfNode: (nodeId: string) => Point | null;
  /** The middle of a connection. */
  readonly placeOfEdge: (edgeId: string) => Point | null;
}

const moved = ({ x, y }: Point): string => `translate(${x}px, ${y}px) translate(-50%, -50%)`;

/** Lights up the way on the canvas, and marks where customers stand: a layer, so that no card has to know. */
export function DryRunLayer({ store, document, reply, placeOfNode, placeOfEdge }: DryRunLayerProps) {
  const chosenAt = useStore(store, (state) => state.at);
  const customerId = useStore(store, (state) => state.customerId);
  const lives = useMemo(() => {
    const all = reply?.lives ?? [];
    return customerId === null ? all : all.filter((life) => life.customerId === customerId);
  }, [reply, customerId]);
  const at = chosenAt ?? reply?.playedUntil ?? 0;
  const light = useMemo(() => findLight(lives, document, at), [lives, document, at]);
  const isMany = lives.length > 1;
  const [only] = lives;

  return (
    <>
      <style>{writeLightStyle(light)}</style>
      <ViewportPortal>
        {Array.from(light.here, ([nodeId, count]) => {
          const place = placeOfNode(nodeId);
          return (
            place && (
              <span
                key={nodeId}
                className="dry-mark is-here"
                style={{ transform: moved({ x: place.x + 110, y: place.y }) }}
              >
                {isMany ? `${count} here` : (only?.name ?? 'Here')}
              </span>
            )
          );
        })}
        {isMany &&
          Array.from(light.edges, ([edgeId, count]) => {
            const place = placeOfEdge(edgeId);
            return (
              place && (
                <span key={edgeId} className="dry-mark has-passed" style={{ transform: moved(place) }}>
                  {count}
                </span>
              )
            );
          })}
      </ViewportPortal>
    </>
  );
}
