import { readScenarioFile, type KnownReferences, type ReadScenarioFile } from '@curlew/scenario';
import { formatBytes } from '../../../lib/format-bytes.ts';

const mostBytes = 8_000_000;

/** Reads a chosen file as a scenario of a project. What is wrong with it comes as sentences. */
export const readFile = async (file: File, known: KnownReferences): Promise<ReadScenarioFile> => {
  if (file.size > mostBytes) {
    const problem = `The file has ${formatBytes(file.size)}, and a scenario has at most ${formatBytes(mostBytes)}: choose another file`;
    return { ok: false, problems: [problem] };
  }
  try {
    // A byte that is no UTF-8 would become a mark in a message, unnoticed.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
    return readScenarioFile(text, known);
  } catch (error) {
    if (error instanceof TypeError)
      return { ok: false, problems: ['The file is not text in UTF-8: choose a file that Curlew exported'] };
    const problem = 'The browser could not read the file: it was moved, or may not be read. Choose it again';
    return { ok: false, problems: [problem] };
  }
};
