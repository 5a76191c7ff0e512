import { type NamePool, names } from './name-pool.ts';

export const arabic: NamePool = {
  women: names(`
    فاطمة:Fatima عائشة:Aisha مريم:Maryam ليلى:Layla نور:Nour زينب:Zaynab هدى:Huda سلمى:Salma رانيا:Rania
  `),
  men: names(`
    محمد:Mohammed أحمد:Ahmed عمر:Omar يوسف:Youssef خالد:Khaled إبراهيم:Ibrahim سامي:Sami طارق:Tariq حسن:Hassan
  `),
  surnames: names(`
    المصري:Almasri حداد:Haddad النجار:Alnajjar خوري:Khoury السيد:Alsayed منصور:Mansour بن_علي:Benali الهاشمي:Alhashimi
  `),
  surnamesPerPerson: 1,
};
