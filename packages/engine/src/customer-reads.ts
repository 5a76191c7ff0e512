/** What every customer object answers to by itself: a template that takes one of these can reach every attribute. */
const wholeDict: ReadonlySet<string> = new Set([
  '__contains__',
  '__len__',
  'clear',
  'copy',
  'get',
  'items',
  'keys',
  'pop',
  'popitem',
  'setdefault',
  'update',
  'values',
]);

/** The attributes that variables of templates name, each a path as `findVariables` gives it; `all` where one may look at any. */
export const attributesReadBy = (paths: readonly (readonly string[])[]): readonly string[] | 'all' => {
  const ofCustomer = paths.filter(([variable]) => variable === 'customer').map(([, attribute]) => attribute);
  const named = ofCustomer.filter((attribute) => attribute !== undefined && !wholeDict.has(attribute));
  return named.length < ofCustomer.length ? 'all' : named.filter((attribute) => attribute !== undefined);
};
