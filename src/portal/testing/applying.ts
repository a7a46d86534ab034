import { LI, WANG } from '#applicants/testing/office.ts';
import { DISTRICT, waterPermit } from '#cases/testing/hall.ts';
import { bareMaterial, type Elements } from '#catalogue/index.ts';
import type { Claims, Site } from './site.ts';

type Signed = Awaited<ReturnType<Site['signedIn']>>;

/** What the province says of those who sign in: two persons and a firm. */
export const li: Claims = {
  sub: 'li',
  name: LI.name,
  id_number: LI.identity,
  auth_level: '2',
  phone_number: '13800001234',
};
export const wang: Claims = {
  sub: 'wang',
  name: WANG.name,
  id_number: WANG.identity,
  auth_level: '3',
  phone_number: '13900005678',
};
export const firm = {
  sub: 'firm',
  user_type: 'corporation',
  corp_name: '君山某水务有限公司',
  uscc: '91430611MA4L000007',
  legal_name: '赵某',
  auth_level: '3',
} as const;

export const PDF = new TextEncoder().encode(
  '%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
);
/** The page of the draft that one was led to. */
export const draftAt = (at: string): string => /^\/mine\/drafts\/[0-9a-f-]{36}/.exec(at)![0];

/** Hands a file to the n-th paper of a draft. */
export async function upload(one: Signed, draft: string, n: number, { bytes = PDF, name = '材料.pdf' } = {}) {
  const form = new FormData();
  form.set('subjectNoun', 'case-draft');
  form.set('subject', draft.split('/').at(-1)!);
  form.set('file', new Blob([new Uint8Array(bytes)]), name);
  return one.post(`${draft}/papers/${n}`, form);
}

const BASIC = { 'QS-01': '430103001000', 'CS-01': '430101001000', 'SP-01': '430102001000' } as const;
const online = (code: keyof typeof BASIC): Elements => ({
  ...waterPermit,
  basicCode: BASIC[code],
  implementingCode: `11000000000000000U4${BASIC[code]}`,
  isOnline: true,
  onlineAddress: `http://a.gov.cn/items/${code}`,
});

/**
 * Offers QS-01 (a permit alone) and the theme 开办餐饮店 whose first item's result is a paper of its second; the theme's id.
 * What a test needs of the two otherwise it says of each.
 */
export async function offerRestaurant(
  site: Site,
  { premises, food }: { readonly premises: Elements; readonly food: Elements },
): Promise<string> {
  await site.offer('QS-01', online('QS-01'));
  await site.offer('CS-01', {
    ...online('CS-01'),
    name: '经营场所登记',
    resultName: '营业执照',
    materials: [bareMaterial('申请书')],
    ...premises,
  });
  await site.offer('SP-01', {
    ...online('SP-01'),
    name: '食品经营许可',
    materials: [bareMaterial('营业执照复印件')],
    ...food,
  });
  const { row } = await site.act(site.editor, 'theme.draft', {
    name: '开办餐饮店',
    place: DISTRICT,
    isJoint: false,
    items: [
      { code: 'CS-01', stage: 1 },
      { code: 'SP-01', stage: 2 },
    ],
    feeds: [{ from: 'CS-01', to: 'SP-01', material: '营业执照复印件' }],
  });
  await site.act(site.editor, 'theme.publish', {}, row.id);
  return row.id;
}
