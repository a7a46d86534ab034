import { bareMaterial, type Elements } from '#catalogue/index.ts';

/** One licence with one paper, with everything that a published item must say. */
const ELEMENTS: Elements = {
  name: '取水许可',
  kind: 'promised',
  type: 'licence',
  level: '4',
  basicCode: '430119001000',
  implementingCode: '11000000000000000U4430119001000',
  powerSource: 'statutory',
  basis: '《中华人民共和国水法》第四十八条',
  body: '区水利局',
  bodyCode: '11000000000000000U',
  bodyNature: 'authority',
  specialProcedures: [],
  audience: ['person', 'company'],
  place: '区政务服务大厅',
  hours: '工作日 9:00–17:00',
  process: ['受理', '审查', '决定'],
  conditions: '在本区取水的单位和个人。',
  visits: 0,
  isOnline: false,
  canPayOnline: false,
  canPost: true,
  canBook: false,
  hasSingleSignOn: false,
  isInHall: true,
  hasFee: false,
  consultPhone: '0730-8170000',
  complaintPhone: '12345',
  legalLimit: { days: 20, unit: 'working' },
  promisedLimit: { days: 10, unit: 'working' },
  resultType: 'certificate',
  resultName: '取水许可证',
  materials: [bareMaterial('申请书')],
};

async function posted(url: string, token: string, body: object): Promise<{ readonly id: string }> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  return JSON.parse(text) as { readonly id: string };
}

/** Records and publishes the item QS-01 through the API. */
export async function offerItem(url: string, editor: string, publisher: string): Promise<void> {
  const { id } = await posted(`${url}/api/items`, editor, {
    code: 'QS-01',
    place: '430611',
    elements: ELEMENTS,
  });
  await posted(`${url}/api/items/${id}/publish`, publisher, {});
}
