/** Something Heron & Reed sells; the price is in cents of a euro. */
export type Product = {
  readonly sku: string;
  readonly name: string;
  readonly category: Category;
  readonly price: number;
};

export type Category = (typeof categories)[number];

export const categories = [
  'tents',
  'sleeping bags',
  'boots',
  'rucksacks',
  'jackets',
  'cooking',
  'climbing',
  'birdwatching',
] as const;

export const products: readonly Product[] = [
  ...shelf('tents', [
    ['TEN-01', 'Ridgeline 2 tent', 32_900],
    ['TEN-02', 'Marsh 4 family tent', 54_900],
    ['TEN-03', 'Gnat bivvy', 14_950],
    ['TEN-04', 'Titanium pegs, set of 10', 2490],
  ]),
  ...shelf('sleeping bags', [
    ['SLE-01', 'Eider 600 down bag', 28_900],
    ['SLE-02', 'Fen three-season bag', 9900],
    ['SLE-03', 'Reed inflatable mat', 8950],
    ['SLE-04', 'Silk liner', 4500],
  ]),
  ...shelf('boots', [
    ['BOO-01', 'Peat Hag boots', 21_900],
    ['BOO-02', 'Causeway walking shoes', 12_950],
    ['BOO-03', 'Wader gaiters', 3990],
    ['BOO-04', 'Merino socks, 2 pairs', 2450],
  ]),
  ...shelf('rucksacks', [
    ['RUC-01', 'Stilt 65 rucksack', 19_900],
    ['RUC-02', 'Plover 28 daypack', 8900],
    ['RUC-03', 'Rain cover', 1995],
    ['RUC-04', 'Dry sacks, 3 sizes', 2790],
  ]),
  ...shelf('jackets', [
    ['JAC-01', 'Squall hard shell', 29_900],
    ['JAC-02', 'Bittern down jacket', 22_900],
    ['JAC-03', 'Sedge fleece', 7990],
    ['JAC-04', 'Wind smock "Gust"', 6900],
  ]),
  ...shelf('cooking', [
    ['COO-01', 'Kindle gas stove', 5490],
    ['COO-02', 'Nesting pans, 4 pieces', 6450],
    ['COO-03', 'Long spoon', 690],
    ['COO-04', 'Insulated bottle, 1 l', 2990],
  ]),
  ...shelf('climbing', [
    ['CLI-01', 'Sitta harness', 6900],
    ['CLI-02', 'Rope, 60 m', 15_900],
    ['CLI-03', 'Chalk bag', 1890],
    ['CLI-04', 'Helmet', 5990],
  ]),
  ...shelf('birdwatching', [
    ['BIR-01', 'Heron 8×42 binoculars', 34_900],
    ['BIR-02', 'Folding hide', 11_900],
    ['BIR-03', 'Pocket field guide', 1950],
    ['BIR-04', 'Waterproof notebook', 1290],
  ]),
];

function shelf(
  category: Category,
  items: readonly (readonly [sku: string, name: string, price: number])[],
): readonly Product[] {
  return items.map(([sku, name, price]) => ({ sku, name, category, price }));
}
