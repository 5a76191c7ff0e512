import { type NamePool, names } from './name-pool.ts';

export const chinese: NamePool = {
  women: names(`
    怡君:Yijun 雅婷:Yating 淑芬:Shufen 美玲:Meiling 佳穎:Jiaying 詩涵:Shihan 欣怡:Xinyi 心怡:Xinyi 宜蓁:Yizhen 秀英:Xiuying
    曉雯:Xiaowen 婉婷:Wanting 靜宜:Jingyi 思妤:Siyu 麗華:Lihua
  `),
  men: names(`
    小明:Xiaoming 志明:Zhiming 家豪:Jiahao 冠宇:Guanyu 俊傑:Junjie 建宏:Jianhong 承翰:Chenghan 柏翰:Bohan 偉:Wei 宗翰:Zonghan
    子軒:Zixuan 文彬:Wenbin 國華:Guohua 浩然:Haoran 龍:Long
  `),
  surnames: names(`
    王:Wang 陳:Chen 林:Lin 黃:Huang 張:Zhang 李:Li 吳:Wu 劉:Liu 蔡:Cai 楊:Yang 許:Xu 鄭:Zheng 謝:Xie 郭:Guo 洪:Hong 曾:Zeng
    歐陽:Ouyang 司馬:Sima
  `),
  surnamesPerPerson: 1,
};
