import { type NamePool, names } from './name-pool.ts';

export const turkish: NamePool = {
  women: names(`
    Zeynep Elif Defne Ayşe Fatma Emine Hatice Çiğdem Gülşah Şebnem Özlem İpek Büşra Tuğba Nurgül Sümeyye Yağmur Işıl
  `),
  men: names(`
    Mehmet Mustafa Ahmet Ali Hüseyin Çağlar Ömer İbrahim Yiğit Şükrü Oğuz Gökhan Tuğrul Işık Ümit Kağan Barış Uğur
  `),
  surnames: names(`
    Yılmaz Kaya Demir Çelik Şahin Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan
    Şimşek Güneş Bozkurt Erdoğan Ünal Işık Taş
  `),
  surnamesPerPerson: 1,
};
