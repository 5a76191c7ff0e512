import { DropdownMenu as Primitive } from 'radix-ui';

export function MenuSeparator() {
  return <Primitive.Separator className="-mx-1 my-1 h-px bg-line" />;
}
