/** The countries customers live in, by ISO 3166-1 code. */
export type Country =
  | 'AT'
  | 'BG'
  | 'CA'
  | 'CH'
  | 'CZ'
  | 'DE'
  | 'ES'
  | 'FR'
  | 'GB'
  | 'GR'
  | 'IE'
  | 'PL'
  | 'PT'
  | 'SE'
  | 'SK'
  | 'TR'
  | 'TW'
  | 'UA'
  | 'US';

type Place = { readonly timeZone: string; readonly cities: readonly string[] };

/** Cities as the people who live there write them; all of a country's are in the one time zone. */
export const places: Readonly<Record<Country, Place>> = {
  AT: place('Europe/Vienna', 'Wien, Graz, Linz, Salzburg, Innsbruck, Klagenfurt, Bregenz, St. Pölten'),
  BG: place('Europe/Sofia', 'София, Пловдив, Варна, Бургас, Русе, Стара Загора, Плевен, Велико Търново'),
  CA: place('America/Toronto', 'Toronto, Ottawa, Kingston'),
  CH: place('Europe/Zurich', 'Zürich, Basel, Bern, Winterthur, St. Gallen, Luzern, Chur'),
  CZ: place(
    'Europe/Prague',
    'Praha, Brno, Ostrava, Plzeň, Liberec, Olomouc, České Budějovice, Hradec Králové, Ústí nad Labem, Pardubice, Zlín, Jihlava, Český Krumlov',
  ),
  DE: place(
    'Europe/Berlin',
    'Berlin, Hamburg, München, Köln, Frankfurt am Main, Düsseldorf, Stuttgart, Leipzig, Nürnberg, Münster, Göttingen, Lübeck, Tübingen, Garmisch-Partenkirchen, Saarbrücken',
  ),
  ES: place(
    'Europe/Madrid',
    'Madrid, Barcelona, València, Sevilla, Zaragoza, Málaga, Bilbao, A Coruña, Donostia, Cádiz, León, Gijón, Logroño',
  ),
  FR: place(
    'Europe/Paris',
    "Paris, Lyon, Marseille, Toulouse, Nice, Nantes, Strasbourg, Bordeaux, Lille, Grenoble, Saint-Étienne, Chambéry, Besançon, Nîmes, L'Haÿ-les-Roses, Annecy",
  ),
  GB: place(
    'Europe/London',
    'London, Manchester, Leeds, Bristol, Edinburgh, Glasgow, Cardiff, Belfast, Sheffield, Newcastle upon Tyne, Liverpool, Brighton, Norwich, Kendal, Keswick, Inverness, Fort William, Aberystwyth, Exeter, York',
  ),
  GR: place(
    'Europe/Athens',
    'Αθήνα, Θεσσαλονίκη, Πάτρα, Ηράκλειο, Λάρισα, Βόλος, Ιωάννινα, Χανιά, Καλαμάτα, Ρόδος, Μυτιλήνη',
  ),
  IE: place(
    'Europe/Dublin',
    'Dublin, Cork, Galway, Limerick, Waterford, Kilkenny, Sligo, Tralee, Ennis, Dún Laoghaire, Westport, An Daingean, Letterkenny',
  ),
  PL: place(
    'Europe/Warsaw',
    'Warszawa, Kraków, Łódź, Wrocław, Poznań, Gdańsk, Szczecin, Bydgoszcz, Lublin, Białystok, Częstochowa, Rzeszów, Zakopane, Świnoujście',
  ),
  PT: place(
    'Europe/Lisbon',
    'Lisboa, Porto, Braga, Coimbra, Aveiro, Évora, Faro, Setúbal, Guimarães, Viseu, Covilhã',
  ),
  SE: place(
    'Europe/Stockholm',
    'Stockholm, Göteborg, Malmö, Uppsala, Västerås, Örebro, Umeå, Östersund, Åre, Kiruna',
  ),
  SK: place(
    'Europe/Bratislava',
    'Bratislava, Košice, Prešov, Žilina, Banská Bystrica, Nitra, Trnava, Trenčín, Martin, Poprad, Piešťany, Liptovský Mikuláš, Považská Bystrica, Kežmarok, Spišská Nová Ves, Ľubotín',
  ),
  TR: place(
    'Europe/Istanbul',
    'İstanbul, Ankara, İzmir, Bursa, Antalya, Eskişehir, Muğla, Çanakkale, Diyarbakır, Şanlıurfa',
  ),
  TW: place('Asia/Taipei', '臺北市, 新北市, 桃園市, 臺中市, 臺南市, 高雄市, 新竹市, 花蓮市'),
  UA: place(
    'Europe/Kyiv',
    'Київ, Львів, Харків, Одеса, Дніпро, Івано-Франківськ, Чернівці, Тернопіль, Ужгород, Полтава',
  ),
  US: place('America/New_York', 'New York, Boston, Philadelphia, Burlington'),
};

function place(timeZone: string, cities: string): Place {
  return { timeZone, cities: cities.split(', ') };
}
