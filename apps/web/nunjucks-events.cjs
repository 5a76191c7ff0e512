// What nunjucks' parser extends and never calls: it takes Node's `events` for a class that only its loaders use.
// oxlint-disable-next-line typescript/no-extraneous-class -- a base class with nothing in it is all that is asked for
module.exports = class EventEmitter {};
