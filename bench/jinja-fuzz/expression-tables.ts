// Long tables, one text each: `¦` stands between the entries.
const table = (entries: string): readonly string[] => entries.split('¦');

export const texts = table(
  `'abc'¦'Jana Nováková'¦''¦'a,b,,c'¦'  two  words '¦'ŽLUŤ'¦'a👋b'¦'50%'¦'12'¦' 3.5 '¦'-7'¦'x'¦'line\\none'¦'it\\'s'¦'<b>T&C</b>'¦'http://ex.am/p?q=1'¦'SPRING-25'¦'ß'¦'0x1F'¦'1e3'`,
);
export const textNames = table(
  `name¦customer.first_name¦customer.email¦code¦text¦emoji¦html¦customer.city¦empty¦multi¦order.note¦customer['phone']`,
);
export const numbers = table(
  `0¦1¦2¦3¦-1¦7¦10¦100¦0.5¦2.5¦1.0¦-0.5¦1e3¦2.675¦1234567¦0.1¦1e16¦12345678901234567890¦99.99`,
);
export const numberNames = table(
  `qty¦price¦zero¦neg¦customer.age¦customer.points¦big¦half¦order.total¦items[0].price`,
);
export const listNames = table(`words¦nums¦floats¦items¦mixed¦nested¦none_list¦customer.tags¦people¦pairs`);
export const dictNames = table(`customer¦stock¦prices¦order¦empty_dict¦items[0]`);
export const flagNames = table(`flag¦off¦true¦false¦customer.vip`);
export const missing = table(`missing¦customer.nope¦none¦nothing`);
export const attributes = table(`'name'¦'price'¦'qty'¦'cat'¦'sale'¦'nope'¦'address.city'¦0¦'age'`);
export const filtersOnText = table(
  `upper¦lower¦title¦capitalize¦trim¦length¦reverse¦first¦last¦list¦string¦wordcount¦urlencode¦e¦striptags¦int¦float¦safe¦count¦tojson¦pprint¦forceescape¦sort¦unique|list¦max¦min¦urlize`,
);
export const filtersOnNumber = table(
  `abs¦round¦int¦float¦string¦filesizeformat¦round(1)¦round(2)¦round(0, 'ceil')¦round(1, 'floor')¦round|int¦round(-1)¦filesizeformat(true)¦tojson¦default(3)¦pprint¦e`,
);
export const filtersOnList = table(
  `first¦last¦length¦sort¦reverse|list¦unique|list¦join¦join(', ')¦sum¦max¦min¦list¦batch(2)|list¦slice(2)|list¦string¦tojson¦pprint¦count¦sort(reverse=true)¦join('-', attribute='name')¦sort(case_sensitive=true)¦batch(3, 0)|list¦slice(3, 'x')|list¦select|list¦reject|list¦map('string')|list¦map('upper')|list¦select('number')|list¦reject('odd')|list¦map('length')|list`,
);
export const filtersOnDict = table(
  `length¦dictsort¦list¦items|list¦tojson¦pprint¦string¦dictsort(by='value')¦dictsort(reverse=true)¦first¦xmlattr¦urlencode¦join¦sort¦tojson(indent=2)`,
);
export const tests = table(
  `defined¦undefined¦none¦number¦string¦mapping¦sequence¦iterable¦integer¦float¦boolean¦true¦false¦callable¦lower¦upper¦escaped¦odd¦even¦divisibleby 3¦divisibleby(2)¦eq 1¦ne 2¦lt 3¦gt 0¦ge 2¦le 5¦in 'abc'¦in [1, 2, 3]¦sameas true¦sameas none¦equalto 'a'¦in words`,
);
