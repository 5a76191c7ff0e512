import { endpoints } from '@curlew/contract';
import { writeScenarioFile } from '@curlew/scenario';
import { callApi } from '../../../lib/api.ts';
import { fileNameOf } from './file-name.ts';

const save = (name: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken it by then; a file nobody reads any more would stay in memory.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
};

/** Saves the draft of a scenario as a file, as it is on the server now. Returns the file's name. */
export const downloadScenario = async (projectId: string, scenarioId: string): Promise<string> => {
  const { name, document } = await callApi(endpoints.getScenario, { params: { projectId, scenarioId } });
  const fileName = fileNameOf(name);
  save(fileName, writeScenarioFile({ name, document, exportedAt: new Date() }));
  return fileName;
};
