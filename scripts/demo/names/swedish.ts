import { type NamePool, names } from './name-pool.ts';

export const swedish: NamePool = {
  women: names(`
    Alice Maja Vera Alma Selma Elsa Astrid Wilma Åsa Märta Göta Linnéa Ingegerd Ulla-Britt Kerstin Ylva
  `),
  men: names(`
    Lucas Liam William Elias Noah Hugo Oliver Åke Göran Björn Jörgen Håkan Östen Per-Erik Torbjörn Nils
  `),
  surnames: names(`
    Andersson Johansson Karlsson Nilsson Eriksson Larsson Olsson Persson Svensson Gustafsson Lindström Sjöberg Åkesson
    Öberg Björklund Lindqvist Höglund Nyström Ångström Ståhl
  `),
  surnamesPerPerson: 1,
};
