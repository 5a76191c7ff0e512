import { type NamePool, names } from './name-pool.ts';

export const spanish: NamePool = {
  women: names(`
    Lucía Sofía María Martina Paula Julia Carmen Inés Begoña Concepción María_Ángeles Rocío Nuria Itziar Ainhoa Pilar
    Montserrat Noelia Ángela Raquel Verónica Elena
  `),
  men: names(`
    Hugo Mateo Martín Lucas Leo Daniel Alejandro José Javier Íñigo Ramón Andrés Joaquín Rubén Óscar Iván Álvaro
    Gonzalo Sergio Adrián Fermín Ignacio José_María
  `),
  surnames: names(`
    García Rodríguez González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno
    Muñoz Álvarez Romero Gutiérrez Navarro Torres Domínguez Vázquez Ramos Gil Ramírez Serrano Núñez Ibáñez Peña
    Yáñez Castaño Echeverría Zúñiga
  `),
  surnamesPerPerson: 2,
};
