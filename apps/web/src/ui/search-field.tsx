import { Search } from 'lucide-react';
import { TextField } from './text-field.tsx';

/** Characters; the server refuses to search for more. */
export const longestSearch = 200;

interface SearchFieldProps {
  /** What is searched: "Search customers". */
  readonly label: string;
  readonly value: string;
  /** On every key; the caller waits with useDebouncedValue before it asks the server. */
  readonly onChange: (value: string) => void;
  readonly placeholder?: string;
}

export function SearchField({ label, value, onChange, placeholder = label }: SearchFieldProps) {
  return (
    <div className="relative w-full md:max-w-80 [&_input]:pl-8">
      <Search aria-hidden className="pointer-events-none absolute top-2 left-2 size-4 text-ink-faint" />
      <TextField
        type="search"
        aria-label={label}
        maxLength={longestSearch}
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
