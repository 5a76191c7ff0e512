// Table of contents of what tests build with.
export { anyAcyclicDocument, anyDocument } from './any-document.ts';
export { connect, createChain, createDocument, createSmsNode, createSmsSettings } from './documents.ts';
export { createCustomerFacts, createMessageFacts, createProjectFacts } from './facts.ts';
