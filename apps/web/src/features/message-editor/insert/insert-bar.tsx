import { Braces } from 'lucide-react';
import { memo, useRef } from 'react';
import { Button } from '../../../ui/button.tsx';
import { MenuItem } from '../../../ui/menu-item.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { snippets } from '../library/snippets.ts';
import { EmojiPicker } from './emoji-picker.tsx';

interface InsertBarProps {
  /** The message as somebody gets it; null while nobody does. */
  readonly text: string | null;
  /** `$0` in it is where the cursor then stands. */
  readonly onInsert: (text: string) => void;
}

/** What can be put into a message besides what is typed. */
export const InsertBar = memo(function InsertBar({ text, onInsert }: InsertBarProps) {
  const chosen = useRef<string | null>(null);
  const insertChosen = () => {
    const snippet = chosen.current;
    chosen.current = null;
    if (snippet !== null) onInsert(snippet);
  };
  return (
    <div className="flex flex-wrap items-center gap-1 border-b px-3 py-1">
      <Menu
        onClosed={insertChosen}
        trigger={
          <Button size="small" variant="ghost" icon={<Braces />}>
            Snippet
          </Button>
        }
      >
        {snippets.map(({ name, words, insert }) => (
          <MenuItem
            key={name}
            onSelect={() => {
              chosen.current = insert;
            }}
          >
            {name}
            <span className="ml-2 text-12 text-ink-muted">{words}</span>
          </MenuItem>
        ))}
      </Menu>
      <EmojiPicker text={text} onChoose={onInsert} />
      <span className="ml-auto text-12 text-ink-faint max-md:hidden">Ctrl Space suggests what fits here</span>
    </div>
  );
});
