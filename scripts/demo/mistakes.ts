import { customerColumns } from './customer-columns.ts';
import { toCsv } from './csv.ts';

/**
 * Seven good rows and five broken ones, each in its own way, for showing the error report. Written out by hand because
 * the broken ones are not what a CSV writer can write. `demo/README.md` lists them by line.
 */
export function createMistakes(): string {
  return toCsv(customerColumns, []) + rows.map((row) => `${row}\n`).join('');
}

const rows: readonly string[] = [
  // Good.
  'C-900001,,Petra,Vlčeková,petra.vlcekova@example.com,+421700000901,sk,Trnava,SK,1990-04-12,false,120,20.0,59.90,boots,2024-02-03,accept,accept,club member,',
  // Good: the city holds a line break, so every later row stands one line lower than its number says.
  'C-900002,,Cian,Byrne,cian.byrne@example.org,+353209100902,en,"Dún\nLaoghaire",IE,1985-11-30,false,0,0.0,,,2025-06-18,reject,,,Europe/Dublin',
  // Broken: no id.
  ',,Lena,Schäfer,lena.schaefer@example.com,+491713920003,de,Köln,DE,1979-08-21,false,310,12.50,149.50,tents,2023-09-09,accept,reject,,',
  // Good: a comma and quotes, properly quoted.
  'C-900004,,"Anne ""Annie""","Walker, Jr.",annie.walker@example.net,+447700900904,en,Leeds,GB,1994-01-05,true,2750,0.0,299.00,jackets,2020-05-27,accept,accept,trade|outlet,Europe/London',
  // Broken: two columns too many; a comma in the city, without quotes.
  'C-900005,,Hugo,Lambert,hugo.lambert@example.com,+33639980905,fr,Lyon, 3e, Guillotière,FR,1982-03-17,false,45,5.0,,cooking,2025-01-11,,,,',
  // Good: most of it empty.
  'C-900006,,,,,,,,,,,,,,,,,,,',
  // Broken: 31 February.
  'C-900007,,Paweł,Mazur,pawel.mazur@example.com,+48490000907,pl,Gdańsk,PL,1987-02-31,false,15,0.0,,rucksacks,2026-03-02,accept,,,',
  // Good.
  'C-900008,4be1c09d77a2f310|9c02d5e6b8143fa7,Νίκος,Βλάχος,nikos.vlachos@example.org,+306000000908,el,Βόλος,GR,,false,640,35.0,219.00,boots,2022-10-14,accept,accept,family,Europe/Athens',
  // Broken: words where a number of points belongs.
  'C-900009,,Inês,Costa,ines.costa@example.com,+351400000909,pt,Faro,PT,1999-12-24,false,quite a few,0.0,,climbing,2025-08-08,accept,reject,,',
  // Good: a phone that is no number is allowed; the customer can be reached some other way.
  'C-900010,,Tereza,Fialová,tereza.fialova@example.com,n/a,cs,Brno,CZ,1991-07-07,false,88,0.0,,tents,2024-11-29,,accept,,',
  // Good.
  'C-900011,,Деница,Колева,denitsa.koleva@example.com,+359100000911,bg,Варна,BG,1986-06-01,false,9,15.0,24.50,boots,2026-01-20,accept,accept,,',
  // Broken: the quote before the city is never closed, so the file ends inside it.
  'C-900012,,Elif,Kaya,elif.kaya@example.com,+905200000912,tr,"İzmir,TR,1993-09-15,false,0,0.0,,jackets,2026-08-30,accept,accept,,',
];
