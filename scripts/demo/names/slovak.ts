import { type NamePool, names } from './name-pool.ts';

export const slovak: NamePool = {
  women: names(`
    Jana Zuzana Katarína Mária Lucia Veronika Monika Martina Eva Andrea Ľubica Michaela Barbora Kristína Dominika Natália
    Žofia Ľudmila Simona Petra Lenka Tatiana Viera Božena Dáša Alžbeta Nina Ema Šarlota Timea
  `),
  men: names(`
    Peter Ján Jozef Martin Michal Tomáš Lukáš Marek Juraj Róbert Štefan Ľuboš Matúš Miroslav Vladimír Ladislav Ondrej
    Šimon Filip Jakub Dušan Igor Pavol Rastislav Ľubomír Andrej Samuel Richard Dávid Viktor
  `),
  surnames: names(`
    Novák/Nováková Horváth/Horváthová Kováč/Kováčová Varga/Vargová Tóth/Tóthová Nagy/Nagyová Baláž/Balážová
    Molnár/Molnárová Szabó/Szabóová Balog/Balogová Lukáč/Lukáčová Kollár/Kollárová Hudák/Hudáková Oravec/Oravcová
    Ďurica/Ďuricová Šimko/Šimková Žiak/Žiaková Krajčír/Krajčírová Ľupták/Ľuptáková Mikuš/Mikušová Vlček/Vlčeková
    Polák/Poláková Gašpar/Gašparová Sedlák/Sedláková Bartoš/Bartošová Hrivnák/Hrivnáková Šťastný/Šťastná
    Čierny/Čierna Kučera/Kučerová Zeman/Zemanová Chovanec/Chovancová Straka/Straková Ťažký/Ťažká Ševčík/Ševčíková
  `),
  surnamesPerPerson: 1,
};
