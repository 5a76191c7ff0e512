const sentences = [
  "Hi {{ customer.first_name | default('there', true) }}, thank you for shopping with us.",
  'Your {{ customer.points | default(0) }} points are worth more this week: they count twice in all our shops.',
  '{% if customer.city %}The nearest one is in {{ customer.city }}, open until 20:00.{% endif %}',
  'Bring this message along and pick a pair of socks for free with every pair of boots.',
  'Tents, lamps and sleeping bags are 20 % off until Sunday, and rucksacks 15 % off.',
];

/** A personalised message of exactly so many characters. */
export const longMessage = (length: number): string => {
  let text = '';
  for (let at = 0; ; at += 1) {
    const next = `${sentences[at % sentences.length] ?? ''} `;
    if (text.length + next.length > length) return text.padEnd(length, 'and so on ');
    text += next;
  }
};

const prose =
  "See you soon, {{ customer.first_name | default('friend', true) }}. We wish you dry feet and a clear sky. ";

/** So many characters as people type them: prose, and template syntax in it. */
export const typedText = (length: number): string =>
  prose.repeat(Math.ceil(length / prose.length)).slice(0, length);
