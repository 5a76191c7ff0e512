import { z } from 'zod';

// The content security policy forbids eval; zod would try it each time before it falls back. A schema decides when
// it is made, so this module must be imported before any other that makes one; vite.config.ts keeps it in zod's chunk.
z.config({ jitless: true });
