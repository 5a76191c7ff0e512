import { type NamePool, names } from './name-pool.ts';

export const irish: NamePool = {
  women: names(`
    Aoife Saoirse Caoimhe Niamh Ciara Róisín Sinéad Gráinne Orla Máire Éabha Clodagh Bríd Siobhán Aisling Eimear Nuala
    Deirdre Fionnuala Mairéad Emily Fiadh Sadhbh Áine
  `),
  men: names(`
    Seán Conor Oisín Cian Fionn Darragh Pádraig Eoin Cillian Tadhg Liam Ruairí Diarmuid Ciarán Donncha Cormac Niall
    Séamus Mícheál Colm Brendan Declan Rónán Lorcan
  `),
  surnames: names(`
    Murphy Kelly O'Sullivan Walsh O'Brien Byrne Ryan O'Neill O'Reilly Doyle McCarthy Gallagher O'Doherty Kennedy Lynch
    Murray Quinn Moore McLoughlin O'Carroll Connolly Daly O'Connell Wilson Dunne Brennan Burke Collins Clarke Ó_Súilleabháin/Ní_Shúilleabháin
    Fitzgerald Mac_Giolla/Nic_Ghiolla O'Rourke Ó_Domhnaill/Ní_Dhomhnaill
  `),
  surnamesPerPerson: 1,
};
