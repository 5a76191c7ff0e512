import { type NamePool, names } from './name-pool.ts';

export const french: NamePool = {
  women: names(`
    Léa Chloé Manon Camille Inès Zoé Élodie Françoise Hélène Céline Aurélie Mathilde Margaux Juliette Anaïs Noémie
    Maëlys Clémence Geneviève Agnès Sylvie Marie-Ange Océane Solène
  `),
  men: names(`
    Gabriel Léo Raphaël Louis Jules Hugo Théo Éric François Jérôme Sébastien Benoît Loïc Aurélien Jean-Baptiste
    Rémi Stéphane Grégoire Maël Noël Thibault Jean-Luc Cédric Étienne
  `),
  surnames: names(`
    Martin Bernard Dubois Thomas Robert Richard Petit Durand Leroy Moreau Simon Laurent Lefèbvre Michel Garcia Bertrand
    Roux Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Müller Lefèvre Faure André Mercier Guérin
    D'Hervé L'Hôpital Le_Goff N'Diaye Béranger Lemaître Châtelain
  `),
  surnamesPerPerson: 1,
};
