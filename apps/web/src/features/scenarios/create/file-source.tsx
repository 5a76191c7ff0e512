import { DropZone } from '../../../ui/drop-zone.tsx';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { Spinner } from '../../../ui/spinner.tsx';
import { formatCount } from '../../../lib/format-number.ts';
import type { ChosenFile } from './use-scenario-file.ts';

interface FileSourceProps {
  readonly chosen: ChosenFile;
  readonly onFile: (file: File) => void;
  readonly onClear: () => void;
}

const mostListed = 20;

interface SentencesProps {
  readonly sentences: readonly string[];
}

function Sentences({ sentences }: SentencesProps) {
  const rest = sentences.length - mostListed;
  return (
    <ul className="mt-1 list-disc pl-4 break-words">
      {sentences.slice(0, mostListed).map((sentence) => (
        <li key={sentence}>{sentence}.</li>
      ))}
      {rest > 0 && <li>And {rest} more.</li>}
    </ul>
  );
}

/** Takes a file and shows what is in it, or what is wrong with it. */
export function FileSource({ chosen, onFile, onClear }: FileSourceProps) {
  const { status } = chosen;
  if (status === 'reading')
    return (
      <output className="flex items-center justify-center gap-2 rounded-card border bg-surface-sunken px-4 py-12 text-14">
        <Spinner /> Reading {chosen.fileName}
      </output>
    );
  if (status === 'read') {
    const { nodes, edges, notes } = chosen.document;
    return (
      <section
        aria-label="What is in the file"
        className="flex flex-col gap-3 rounded-card border bg-surface-sunken p-4"
      >
        <div className="flex items-start justify-between gap-4">
          <div className="min-w-0">
            <p className="truncate text-14 font-medium">{chosen.fileName}</p>
            <p className="text-13 text-ink-muted">
              {formatCount(nodes.length, 'node')}, {formatCount(edges.length, 'connection')}
              {notes.length > 0 && `, ${formatCount(notes.length, 'note')}`}
            </p>
          </div>
          <Button size="small" onClick={onClear}>
            Choose another
          </Button>
        </div>
        {chosen.warnings.length > 0 && (
          <Banner kind="warning">
            <p>{formatCount(chosen.warnings.length, 'setting')} could not be taken over:</p>
            <Sentences sentences={[...new Set(chosen.warnings.map(({ message }) => message))]} />
          </Banner>
        )}
      </section>
    );
  }
  return (
    <div className="flex flex-col gap-3">
      {status === 'refused' && (
        <Banner kind="error">
          <p>{chosen.fileName} was not imported:</p>
          <Sentences sentences={[...new Set(chosen.problems)]} />
        </Banner>
      )}
      <DropZone
        label="Choose an exported scenario, or drop it here"
        hint="A file that ends in .curlew.json"
        accept=".json,application/json"
        onFile={onFile}
      />
    </div>
  );
}
