import { type NamePool, names } from './name-pool.ts';

export const czech: NamePool = {
  women: names(`
    Tereza Kateřina Lucie Hana Lenka Alena Petra Jitka Markéta Eliška Anežka Barbora Klára Veronika Zdeňka Božena Adéla
    Jiřina Šárka Ivana Růžena Dagmar Nikola Michaela Radka Kristýna Vendula Žaneta
  `),
  men: names(`
    Jiří Petr Pavel Jaroslav Tomáš Zdeněk Václav Lukáš Ondřej Vojtěch Matěj Jakub Stanislav Luboš Řehoř Bohumil Radek
    Kryštof Štěpán Aleš Dalibor Miloš Bořivoj Čestmír Otakar Vratislav Filip Daniel
  `),
  surnames: names(`
    Novák/Nováková Svoboda/Svobodová Novotný/Novotná Dvořák/Dvořáková Černý/Černá Procházka/Procházková Kučera/Kučerová
    Veselý/Veselá Horák/Horáková Němec/Němcová Pokorný/Pokorná Marek/Marková Pospíšil/Pospíšilová Hájek/Hájková
    Jelínek/Jelínková Král/Králová Růžička/Růžičková Beneš/Benešová Fiala/Fialová Sedláček/Sedláčková
    Doležal/Doležalová Zeman/Zemanová Kolář/Kolářová Krejčí/Krejčí Navrátil/Navrátilová Čermák/Čermáková
    Řezníček/Řezníčková Vaněk/Vaňková Šťastný/Šťastná Žáček/Žáčková Kříž/Křížová Tichý/Tichá Skřivánek/Skřivánková
  `),
  surnamesPerPerson: 1,
};
