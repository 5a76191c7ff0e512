import { type ColumnMapping, endpoints } from '@curlew/contract';
import { z } from 'zod';
import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';

const draftSchema = z.object({ importId: z.string(), mapping: endpoints.runImport.body.shape.mapping });
const savedSchema = z.object({ draft: draftSchema.nullable() });

interface MappingState {
  /** What was chosen for the file in hand; null: nothing but the suggestion. */
  readonly draft: z.infer<typeof draftSchema> | null;
  readonly setMapping: (importId: string, mapping: readonly ColumnMapping[]) => void;
}

/** The mapping on which someone works. This tab keeps it, so that a reload or a new sign-in loses nothing. */
export const useMappingStore = create<MappingState>()(
  persist(
    (set) => ({
      draft: null,
      setMapping: (importId, mapping) => set({ draft: { importId, mapping: [...mapping] } }),
    }),
    {
      name: 'curlew.import-mapping',
      storage: createJSONStorage(() => sessionStorage),
      partialize: ({ draft }) => ({ draft }),
      merge: (saved, current) => ({ ...current, ...savedSchema.safeParse(saved).data }),
    },
  ),
);
