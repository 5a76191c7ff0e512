import { create } from 'zustand';

interface TestNumbersState {
  readonly byProject: Readonly<Record<string, readonly string[]>>;
  readonly change: (projectId: string, numbers: readonly string[]) => void;
}

export const noNumbers: readonly string[] = [''];

/** The numbers that were typed for tests; remembered while the page is open. */
export const useTestNumbersStore = create<TestNumbersState>()((set) => ({
  byProject: {},
  change: (projectId, numbers) =>
    set(({ byProject }) => ({ byProject: { ...byProject, [projectId]: numbers } })),
}));
