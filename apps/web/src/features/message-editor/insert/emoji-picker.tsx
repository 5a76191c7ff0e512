import { Command } from 'cmdk';
import { Smile } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { classNames } from '../../../lib/class-names.ts';
import { formatCount } from '../../../lib/format-number.ts';
import { Button } from '../../../ui/button.tsx';
import { floatClass, floatItemClass } from '../../../ui/float-class.ts';
import { useFloatHome } from '../../../ui/use-float-home.ts';
import { describeEmojiCost, unitsOf } from './describe-emoji-cost.ts';
import { findEmoji } from './find-emoji.ts';

interface EmojiPickerProps {
  /** The message as somebody gets it, to say what an emoji would cost; null while nobody does. */
  readonly text: string | null;
  readonly onChoose: (character: string) => void;
}

const longestSearch = 40;

/** Puts an emoji in, and says before what it costs. */
export function EmojiPicker({ text, onChoose }: EmojiPickerProps) {
  const { triggerRef, home, findHome } = useFloatHome();
  const [isOpen, setOpen] = useState(false);
  const [search, setSearch] = useState('');
  const [active, setActive] = useState('');
  const found = findEmoji(search);
  const marked = found.find(({ character }) => character === active) ?? found[0];

  const open = (opened: boolean) => {
    if (opened) findHome();
    setSearch('');
    setOpen(opened);
  };
  return (
    <Popover.Root open={isOpen} onOpenChange={open}>
      <Popover.Trigger asChild>
        <Button ref={triggerRef} size="small" variant="ghost" icon={<Smile />}>
          Emoji
        </Button>
      </Popover.Trigger>
      <Popover.Portal container={home}>
        <Popover.Content
          align="start"
          sideOffset={4}
          collisionPadding={8}
          aria-label="Emoji"
          // The text takes the focus where an emoji was put in.
          onCloseAutoFocus={(event) => event.preventDefault()}
          className={classNames(floatClass, 'w-80')}
        >
          <Command
            label="Search emoji"
            shouldFilter={false}
            loop
            value={marked?.character ?? ''}
            onValueChange={setActive}
          >
            <Command.Input
              value={search}
              maxLength={longestSearch}
              onValueChange={setSearch}
              placeholder="Search by name"
              className="h-10 w-full border-b bg-transparent px-3 text-14 text-ink outline-none"
            />
            <Command.List label="Emoji" className="max-h-64 overflow-y-auto p-1">
              {found.map(({ character, name }) => (
                <Command.Item
                  key={character}
                  value={character}
                  onSelect={() => {
                    setOpen(false);
                    onChoose(character);
                  }}
                  className={classNames(floatItemClass, 'data-[selected=true]:bg-surface-hover')}
                >
                  <span className="w-6 text-center text-16">{character}</span>
                  <span className="min-w-0 flex-1 truncate text-13">{name}</span>
                  <span className="text-12 text-ink-muted">{formatCount(unitsOf(character), 'unit')}</span>
                </Command.Item>
              ))}
            </Command.List>
            <output className="block border-t px-3 py-2 text-12 text-ink-muted">
              {marked
                ? describeEmojiCost(marked.character, text)
                : 'None by this name. Others can be pasted.'}
            </output>
          </Command>
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
