const listOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

// "Reply STOP", "antworten Sie mit JA", "odpovedzte ÁNO".
const replyVerbs = listOf(
  'reply respond antworte antworten antwortet odpovedz odpovedzte odpíš odpíšte odpověz odpovězte odepiš odepište ' +
    'odpiš odpište odpowiedz odpisz responde responda respondé contesta conteste réponds répondez rispondi rispondete ' +
    'responder antwoord beantwoord válaszolj válaszoljon răspunde răspundeți svara svar vastaa',
);
// They ask for a reply only where it is said where to: "text YES to 60777". "We send", "this text" do not.
const sendVerbs = listOf(
  'text send sende senden schreibe schreiben schicke schicken pošli pošlite pošlete zašli zašlite napíš napíšte napiš ' +
    'napište wyślij wyślijcie envía envíe manda mande envoie envoyez invia inviate envie stuur sms küldj küldjön trimite skicka',
);
const wordsBack = listOf('back zurück späť zpět zpátky zwrotnie terug vissza înapoi tillbaka');
const negations = listOf(
  "not no don't dont never nicht keine nie ne neodpovedajte pas non não nem nu inte ei niet",
);
// What makes a verb a noun or somebody else's deed: "your reply", "we send".
const notImperative = listOf(
  'a an the this that your our my his her their no every we they i you will to can',
);

// Shouted, and no name of the thing itself: STOP, ÁNO, WIN24.
const isKeyword = (word: string): boolean =>
  /^\p{Lu}[\p{Lu}\d]+$/u.test(word) && !['SMS', 'MMS', 'GSM', 'URL', 'VIP'].includes(word);
const isShortKeyword = (word: string): boolean => /^(?:\p{Lu}|\d)$/u.test(word);
const isWayBack = (word: string): boolean => /^\d{3,}$/.test(word) || wordsBack.has(word.toLowerCase());

/** How far a keyword may be from its verb, in words: "reply to this message with YES". */
const reach = 6;

const asksAt = (words: readonly string[], index: number): boolean => {
  const verb = words[index]?.toLowerCase() ?? '';
  const isReply = replyVerbs.has(verb);
  if (!isReply && !sendVerbs.has(verb)) return false;
  const before = words.slice(Math.max(0, index - 2), index).map((word) => word.toLowerCase());
  if (before.some((word) => negations.has(word)) || notImperative.has(before.at(-1) ?? '')) return false;
  // In a sentence of capitals every word looks like a keyword: only the next one counts.
  const isShouted = words[index] === words[index]?.toUpperCase();
  const after = words.slice(index + 1, index + 1 + (isShouted ? 1 : reach));
  const at = after.findIndex(
    (word, place) => isKeyword(word) || (isReply && place === 0 && isShortKeyword(word)),
  );
  if (at < 0 || after.slice(0, at).some((word) => negations.has(word.toLowerCase()))) return false;
  return isReply || words.slice(index + at + 2, index + at + 5).some(isWayBack);
};

/**
 * Whether a message asks its readers to send something back, as far as the words of the usual languages show it. Meant for
 * a hint: it would rather overlook one than suspect all.
 */
export const asksForReply = (message: string): boolean =>
  message
    .replaceAll(/\{#.*?#\}/gs, '')
    .replaceAll(/\{\{.*?\}\}|\{%.*?%\}/gs, ' x ')
    .split(/[.!?;\n]/)
    .some((sentence) => {
      const words = sentence.match(/[\p{L}\p{M}\p{N}'’]+/gu) ?? [];
      return words.some((_, index) => asksAt(words, index));
    });
