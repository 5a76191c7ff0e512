import { arabic } from './names/arabic.ts';
import { bulgarian } from './names/bulgarian.ts';
import { chinese } from './names/chinese.ts';
import { czech } from './names/czech.ts';
import { english } from './names/english.ts';
import { french } from './names/french.ts';
import { german } from './names/german.ts';
import { greek } from './names/greek.ts';
import { hindi } from './names/hindi.ts';
import { irish } from './names/irish.ts';
import type { NamePool } from './names/name-pool.ts';
import { polish } from './names/polish.ts';
import { portuguese } from './names/portuguese.ts';
import { slovak } from './names/slovak.ts';
import { spanish } from './names/spanish.ts';
import { swedish } from './names/swedish.ts';
import { turkish } from './names/turkish.ts';
import { ukrainian } from './names/ukrainian.ts';
import type { Country } from './places.ts';

/** Some customers who share a language and a country. */
export type Locale = {
  readonly language: string;
  readonly country: Country;
  readonly customers: number;
  readonly pool: NamePool;
};

/** Who shops at Heron & Reed: 2,000 people in 16 languages and six scripts. */
export const locales: readonly Locale[] = [
  { language: 'en', country: 'GB', customers: 270, pool: english },
  { language: 'en', country: 'IE', customers: 110, pool: irish },
  { language: 'en', country: 'US', customers: 8, pool: english },
  { language: 'en', country: 'CA', customers: 4, pool: english },
  { language: 'sk', country: 'SK', customers: 240, pool: slovak },
  { language: 'cs', country: 'CZ', customers: 180, pool: czech },
  { language: 'de', country: 'DE', customers: 150, pool: german },
  { language: 'de', country: 'AT', customers: 50, pool: german },
  { language: 'de', country: 'CH', customers: 30, pool: german },
  { language: 'fr', country: 'FR', customers: 180, pool: french },
  { language: 'es', country: 'ES', customers: 140, pool: spanish },
  { language: 'pl', country: 'PL', customers: 140, pool: polish },
  { language: 'uk', country: 'UA', customers: 60, pool: ukrainian },
  { language: 'uk', country: 'SK', customers: 15, pool: ukrainian },
  { language: 'uk', country: 'CZ', customers: 15, pool: ukrainian },
  { language: 'bg', country: 'BG', customers: 60, pool: bulgarian },
  { language: 'el', country: 'GR', customers: 80, pool: greek },
  { language: 'zh', country: 'TW', customers: 40, pool: chinese },
  { language: 'zh', country: 'GB', customers: 20, pool: chinese },
  { language: 'tr', country: 'TR', customers: 60, pool: turkish },
  { language: 'pt', country: 'PT', customers: 60, pool: portuguese },
  { language: 'sv', country: 'SE', customers: 50, pool: swedish },
  { language: 'ar', country: 'FR', customers: 10, pool: arabic },
  { language: 'ar', country: 'DE', customers: 8, pool: arabic },
  { language: 'ar', country: 'GB', customers: 6, pool: arabic },
  { language: 'hi', country: 'GB', customers: 10, pool: hindi },
  { language: 'hi', country: 'IE', customers: 4, pool: hindi },
];
