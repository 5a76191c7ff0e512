import { type NamePool, names } from './name-pool.ts';

export const polish: NamePool = {
  women: names(`
    Zofia Zuzanna Hanna Julia Maja Małgorzata Agnieszka Katarzyna Joanna Elżbieta Grażyna Jadwiga Wiesława Bożena
    Świętosława Łucja Aleksandra Michalina Oliwia Beata Paulina Kinga
  `),
  men: names(`
    Antoni Jan Jakub Łukasz Paweł Michał Stanisław Władysław Sławomir Wojciech Krzysztof Grzegorz Bogusław Mieczysław
    Rafał Bartłomiej Błażej Zbigniew Kacper Mikołaj Przemysław Szymon
  `),
  surnames: names(`
    Nowak/Nowak Kowalski/Kowalska Wiśniewski/Wiśniewska Wójcik/Wójcik Kowalczyk/Kowalczyk Kamiński/Kamińska
    Lewandowski/Lewandowska Zieliński/Zielińska Szymański/Szymańska Woźniak/Woźniak Dąbrowski/Dąbrowska
    Kozłowski/Kozłowska Jankowski/Jankowska Mazur/Mazur Krawczyk/Krawczyk Piotrowski/Piotrowska Grabowski/Grabowska
    Pawłowski/Pawłowska Król/Król Wróbel/Wróbel Jabłoński/Jabłońska Majewski/Majewska Stępień/Stępień
    Górski/Górska Rutkowski/Rutkowska Ostrowski/Ostrowska Gołębiewski/Gołębiewska Brzęczyszczykiewicz/Brzęczyszczykiewicz
    Żółkiewski/Żółkiewska Ślusarczyk/Ślusarczyk
  `),
  surnamesPerPerson: 1,
};
