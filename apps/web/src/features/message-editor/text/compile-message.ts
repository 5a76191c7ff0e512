import { createTemplateCache } from '@curlew/jinja';

// The versions of one message, and the texts they were a moment ago.
const mostKept = 64;
const cache = createTemplateCache(mostKept);

/** Compiles a message; what did not change is not compiled again. */
export const compileMessage = (message: string): ReturnType<typeof cache.compile> => cache.compile(message);
