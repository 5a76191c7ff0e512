import { type LibraryEntry, readRows } from './library-entry.ts';

/** Pieces that messages are often built from. The example shows what one does, with a value of its own. */
export const snippets: readonly LibraryEntry[] = readRows([
  [
    'Greeting with fallback',
    'The first name, or another word where there is none',
    "Hi {{ nick | default('there', true) }},",
    'Hi there,',
    "Hi {{ customer.first_name | default('there', true) }},$0",
  ],
  [
    'Price',
    'Two decimals and the currency',
    "{{ '%.2f' | format(9.9) }} EUR",
    '9.90 EUR',
    "{{ '%.2f' | format(customer.$0) }} EUR",
  ],
  [
    'Date',
    'A date as people write it',
    "{{ 1700000000 | from_timestamp('%d.%m.%Y') }}",
    '14.11.2023',
    "{{ customer.$0 | from_timestamp('%d.%m.%Y') }}",
  ],
  [
    'Today',
    'The day the message is sent',
    "{{ 1700000000 | from_timestamp('%d.%m.') }}",
    '14.11.',
    "{{ time | from_timestamp('%d.%m.') }}$0",
  ],
  [
    'Loop over a cart',
    'The things in a list, with commas between',
    "{% for item in [{'title': 'Tent'}, {'title': 'Lamp'}] %}{{ item.title }}{% if not loop.last %}, {% endif %}{% endfor %}",
    'Tent, Lamp',
    '{% for item in customer.cart$0 %}{{ item.title }}{% if not loop.last %}, {% endif %}{% endfor %}',
  ],
  [
    'Only where there is a value',
    'Text that is left out where something is missing',
    '{% if nick %}Hi {{ nick }}{% else %}Hello{% endif %}',
    'Hello',
    '{% if customer.$0 %}{% else %}{% endif %}',
  ],
  [
    'One or many',
    'A word that follows a number',
    "{% set count = 2 %}{{ count }} {{ 'item' if count == 1 else 'items' }}",
    '2 items',
    "{% set count = customer.$0 %}{{ count }} {{ 'item' if count == 1 else 'items' }}",
  ],
  [
    'Shortened text',
    'Cut to a length at a word',
    "{{ 'A long title' | truncate(8, false, '', 0) }}",
    'A long',
    "{{ customer.$0 | truncate(20, false, '', 0) }}",
  ],
]);
