import { type NamePool, names } from './name-pool.ts';

export const portuguese: NamePool = {
  women: names(`
    Maria Matilde Leonor Beatriz Carolina Mariana Inês Conceição Fátima Lúcia Mónica Patrícia Sílvia Benedita Madalena
    Filipa Graça Antónia
  `),
  men: names(`
    João Rodrigo Martim Francisco Tomás Duarte Gonçalo Simão António José Luís Rui Nuno Tiago Vítor Sérgio Zeferino
    Estêvão
  `),
  surnames: names(`
    Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Jesus Sousa Fernandes Gonçalves Gomes Lopes Marques
    Alves Almeida Ribeiro Pinto Carvalho Teixeira Moreira Correia Magalhães Simões Guimarães Assunção Brandão
  `),
  surnamesPerPerson: 2,
};
