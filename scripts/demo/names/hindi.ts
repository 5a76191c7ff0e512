import { type NamePool, names } from './name-pool.ts';

export const hindi: NamePool = {
  women: names(`
    प्रिया:Priya अनन्या:Ananya दीपिका:Deepika काव्या:Kavya नेहा:Neha सुनीता:Sunita
  `),
  men: names(`
    अर्जुन:Arjun राहुल:Rahul विक्रम:Vikram रोहन:Rohan संजय:Sanjay आदित्य:Aditya
  `),
  surnames: names(`
    शर्मा:Sharma वर्मा:Varma गुप्ता:Gupta सिंह:Singh पटेल:Patel जोशी:Joshi
  `),
  surnamesPerPerson: 1,
};
