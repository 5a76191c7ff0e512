import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface PreviewCustomerState {
  /** Id of the customer by id of the project. */
  readonly byProject: Readonly<Record<string, string>>;
  readonly choose: (projectId: string, customerId: string) => void;
  readonly forget: (projectId: string) => void;
}

/** Whom this browser last previewed messages for. */
export const usePreviewCustomerStore = create<PreviewCustomerState>()(
  persist(
    (set) => ({
      byProject: {},
      choose: (projectId, customerId) =>
        set(({ byProject }) => ({ byProject: { ...byProject, [projectId]: customerId } })),
      forget: (projectId) =>
        set(({ byProject }) => ({
          byProject: Object.fromEntries(Object.entries(byProject).filter(([id]) => id !== projectId)),
        })),
    }),
    { name: 'curlew.preview-customers', partialize: ({ byProject }) => ({ byProject }) },
  ),
);
