// What other modules may do with the events of customers.
export { insertEvents as trackEvents, type NewCustomerEvent } from './event-store.ts';
