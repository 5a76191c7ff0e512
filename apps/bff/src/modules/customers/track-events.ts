// What other modules may do with the events of customers.
export { insertEvents as trackEvents, type MessageEvent, type NewCustomerEvent } from './event-store.ts';
