import { shortRegionCode } from '#organisations/index.ts';

/** 省级行政区划代码 (GB/T 2260): the first two digits of every code of the country. */
const PROVINCES: Readonly<Record<string, string>> = {
  '11': '北京市',
  '12': '天津市',
  '13': '河北省',
  '14': '山西省',
  '15': '内蒙古自治区',
  '21': '辽宁省',
  '22': '吉林省',
  '23': '黑龙江省',
  '31': '上海市',
  '32': '江苏省',
  '33': '浙江省',
  '34': '安徽省',
  '35': '福建省',
  '36': '江西省',
  '37': '山东省',
  '41': '河南省',
  '42': '湖北省',
  '43': '湖南省',
  '44': '广东省',
  '45': '广西壮族自治区',
  '46': '海南省',
  '50': '重庆市',
  '51': '四川省',
  '52': '贵州省',
  '53': '云南省',
  '54': '西藏自治区',
  '61': '陕西省',
  '62': '甘肃省',
  '63': '青海省',
  '64': '宁夏回族自治区',
  '65': '新疆维吾尔自治区',
  '71': '台湾省',
  '81': '香港特别行政区',
  '82': '澳门特别行政区',
};
const SHAPE = /^\d{2}(?:0000|\d{2}00|(?!00)\d{2}(?!00)\d{2}(?:(?!000)\d{3}(?:(?!000)\d{3})?)?)$/;

/** A place anywhere in the country, as somebody names it. */
export interface Place {
  readonly code: string;
  readonly name: string;
}
const provinceOf = (code: string): string | undefined => PROVINCES[code.slice(0, 2)];

/**
 * What is wrong with a code and name of a place anywhere in the country; null when they can be one. A code has six digits
 * down to the county (430000, 430600, 430611), nine to the town and twelve to the village; a name that begins with a
 * province’s must be of that province. Whether such a county exists nobody here knows.
 */
export function placeFault({
  code,
  name,
}: Place): { readonly path: string; readonly message: string } | null {
  const province = provinceOf(code);
  if (!SHAPE.test(code) || province === undefined)
    return { path: 'code', message: '应为 6、9 或 12 位行政区划代码（GB/T 2260）' };
  const said = Object.values(PROVINCES).find((each) => name.startsWith(each));
  return said === undefined || said === province
    ? null
    : { path: 'name', message: `代码属于${province}，名称却是${said}的` };
}

/** Noughts behind a code, as the statistics bureau writes them, say nothing. */
export const tidyPlace = ({ code, name }: Place): Place => ({
  code: shortRegionCode(code.normalize('NFKC').trim()),
  name: name.trim(),
});

export const isOtherProvince = (one: string, other: string): boolean => one.slice(0, 2) !== other.slice(0, 2);
