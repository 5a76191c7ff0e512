// What nunjucks' parser extends and never calls: it takes Node's `events` for a class that only its loaders use.
module.exports = class EventEmitter {};
