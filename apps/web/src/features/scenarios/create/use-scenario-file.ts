import type { FileWarning, ScenarioDocument } from '@curlew/scenario';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { describeError } from '../../../lib/error-sentences.ts';
import { projectQuery } from '../../../lib/project-query.ts';
import { readFile } from '../file/read-file.ts';

export type ChosenFile =
  | { readonly status: 'none' }
  | { readonly status: 'reading'; readonly fileName: string }
  | { readonly status: 'refused'; readonly fileName: string; readonly problems: readonly string[] }
  | {
      readonly status: 'read';
      readonly fileName: string;
      readonly name: string;
      readonly document: ScenarioDocument;
      readonly warnings: readonly FileWarning[];
    };

/** The file that a new scenario is to be made of, read against what the project has. */
export const useScenarioFile = (
  projectId: string,
  onName: (name: string) => void,
): {
  readonly chosen: ChosenFile;
  readonly choose: (file: File) => Promise<void>;
  readonly clear: () => void;
} => {
  const queryClient = useQueryClient();
  const [chosen, setChosen] = useState<ChosenFile>({ status: 'none' });
  // Whoever chooses another file while one is read means the other.
  const newest = useRef<File | null>(null);

  const read = async (file: File): Promise<ChosenFile> => {
    const { name: fileName } = file;
    try {
      const project = await queryClient.ensureQueryData(projectQuery(projectId));
      const known = {
        integrationIds: new Set(project.integrations.map(({ id }) => id)),
        consentCategoryIds: new Set(project.consentCategories.map(({ id }) => id)),
        frequencyPolicyIds: new Set(project.frequencyPolicies.map(({ id }) => id)),
      };
      const result = await readFile(file, known);
      return result.ok
        ? { ...result, status: 'read', fileName }
        : { status: 'refused', fileName, problems: result.problems };
    } catch (error) {
      // The project could not be asked for what it has; the sentence says so.
      return { status: 'refused', fileName, problems: [describeError(error).replace(/\.$/, '')] };
    }
  };
  return {
    chosen,
    choose: async (file) => {
      newest.current = file;
      setChosen({ status: 'reading', fileName: file.name });
      const result = await read(file);
      if (newest.current !== file) return;
      setChosen(result);
      if (result.status === 'read') onName(result.name);
    },
    clear: () => {
      newest.current = null;
      setChosen({ status: 'none' });
    },
  };
};
