import {
  addNode,
  emptyDocument,
  nodeKinds,
  type NodeOf,
  type ScenarioDocument,
  type SmsSettings,
} from '@curlew/scenario';

const withSettings = (
  document: ScenarioDocument,
  id: string,
  settings: Partial<SmsSettings>,
): ScenarioDocument => ({
  ...document,
  nodes: document.nodes.map((node) =>
    node.id === id && node.kind === 'sms' ? { ...node, settings: { ...node.settings, ...settings } } : node,
  ),
});

interface Ends {
  readonly source: string;
  readonly target: string;
  readonly output: string;
}

const addEdge = (document: ScenarioDocument, { source, target, output }: Ends): ScenarioDocument => {
  const id = output === 'out' ? `${source}-${target}` : `${source}-${output}-${target}`;
  return { ...document, edges: [...document.edges, { id, source, output, target }] };
};

/** The document with one more connection, from the output `out`. Nothing is checked: tests need broken documents too. */
export const connect = (document: ScenarioDocument, source: string, target: string): ScenarioDocument =>
  addEdge(document, { source, target, output: 'out' });

/** The document with one more connection, from any output, as `connect` draws it. */
export const connectOutput = addEdge;

/** The least settings of an SMS node that find no issue; `settings` replaces what the test is about. */
export const createSmsSettings = (settings: Partial<SmsSettings> = {}): SmsSettings => ({
  ...nodeKinds.sms.defaults(),
  sender: 'Curlew',
  versions: [{ language: 'en', message: 'Hello' }],
  ...settings,
});

/** Now (id `now`) and behind it a chain of SMS nodes (`sms-1`, `sms-2` ...), all with the same settings; it can start. */
export const createChain = (length: number, settings: Partial<SmsSettings> = {}): ScenarioDocument => {
  const start = addNode(emptyDocument(), { kind: 'now', id: 'now', position: { x: 0, y: 0 } });
  return Array.from({ length }, (_, index) => index + 1).reduce((document, number) => {
    const [previous, id] = [number === 1 ? 'now' : `sms-${number - 1}`, `sms-${number}`];
    const added = addNode(document, { kind: 'sms', id, position: { x: number * 280, y: 0 } });
    return connect(withSettings(added, id, createSmsSettings(settings)), previous, id);
  }, start);
};

/** The shortest scenario that can start: Now (id `now`) -> SMS (id `sms-1`). */
export const createDocument = (settings: Partial<SmsSettings> = {}): ScenarioDocument =>
  createChain(1, settings);

/** An SMS node (id `sms-1`, number 2) by itself. */
export const createSmsNode = (settings: Partial<SmsSettings> = {}): NodeOf<'sms'> => ({
  id: 'sms-1',
  number: 2,
  name: 'SMS',
  position: { x: 280, y: 0 },
  kind: 'sms',
  settings: createSmsSettings(settings),
});
