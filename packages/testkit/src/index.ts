// Table of contents of what tests build with.
export { anyAcyclicDocument, anyDocument } from './any-document.ts';
export {
  connect,
  connectOutput,
  createChain,
  createDocument,
  createSmsNode,
  createSmsSettings,
} from './documents.ts';
export { drawDocument, type DrawnNode } from './draw-document.ts';
export { createFlow, createNode } from './flow.ts';
export { createCustomerFacts, createMessageFacts, createProjectFacts } from './facts.ts';
export { anyComparison, anyFilter, anyFilterFacts, filterNow } from './any-filter.ts';
export { anySettings } from './any-settings.ts';
export { messagesOf } from './messages-of.ts';
export { anyPlainDocument, plainCategories, plainStart } from './model/any-plain-document.ts';
export { anyStory, fateOf, Keeper, plainLifeOf, type Story } from './model/keeper.ts';
export { createPlainWalk, plainPolicies } from './model/plain-walk.ts';
export { createDryScript, dryStart, dryWordsOf, playDry } from './play-dry.ts';
