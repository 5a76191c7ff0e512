import { type NamePool, names } from './name-pool.ts';

export const english: NamePool = {
  women: names(`
    Olivia Amelia Isla Ava Ivy Freya Lily Florence Willow Rosie Sophia Grace Evie Poppy Charlotte Daisy Harriet Imogen
    Beatrice Eleanor Matilda Phoebe Alice Martha Esther Nancy Maeve Hannah Gemma Joanne Zoë Chloe Rebecca Fiona
  `),
  men: names(`
    Noah George Oliver Arthur Leo Freddie Theo Archie Henry Jack Thomas Alfie Edward Hugo Rupert Barnaby Callum Duncan
    Ewan Gareth Rhys Owen Stuart Graham Nigel Simon Toby Felix Jasper Elliot Miles Nathan Adrian Keith
  `),
  surnames: names(`
    Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts
    Green Hall Wood Jackson Clarke Harris Clark Turner Hill Cooper Ward Hughes Moore Carter Baker Barnes Whitaker
    Pemberton Ashworth Fairclough Hargreaves Thistlethwaite MacDonald Campbell Sinclair Featherstonehaugh Llewellyn
    Armitage-Shaw Fox Lee Khan
  `),
  surnamesPerPerson: 1,
};
