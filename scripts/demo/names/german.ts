import { type NamePool, names } from './name-pool.ts';

export const german: NamePool = {
  women: names(`
    Anna Lena Marie Sophie Johanna Katharina Greta Frieda Mathilda Charlotte Emma Hannah Clara Leonie Jule Käthe Ursula
    Sabine Birgit Heike Renate Jördis Änne Wiebke Annegret
  `),
  men: names(`
    Maximilian Felix Paul Jonas Lukas Leon Finn Moritz Jürgen Günther Björn Sören Jörg Götz Wolfgang Matthias Sebastian
    Thorsten Uwe Dieter Karl-Heinz Hans-Peter Florian Tobias Ansgar
  `),
  surnames: names(`
    Müller Schmidt Schneider Fischer Weber Meyer Wagner Becker Schulz Hoffmann Schäfer Koch Bauer Richter Klein Wolf
    Schröder Neumann Schwarz Zimmermann Braun Krüger Hofmann Hartmann Lange Weiß Groß Strauß Vögele Köhler Böhm
    Jäger Möller Größmann Leutheusser-Schnarrenberger Aßmann von_der_Heide
  `),
  surnamesPerPerson: 1,
};
