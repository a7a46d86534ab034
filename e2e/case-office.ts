/* The office that the journeys of the cases work in: two items, and people of two departments. */
import type { Page } from 'playwright-core';

type Fields = Readonly<Record<string, unknown>>;
interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}
/** One request as the person who is signed in on the page. */
export const ask = (page: Page, path: string, body?: Fields): Promise<Answer> =>
  page.evaluate(
    async ([to, sent]) => {
      const init =
        sent === undefined
          ? {}
          : {
              method: 'POST',
              body: JSON.stringify(sent),
              headers: { 'content-type': 'application/json', 'X-Yichuang': '1' },
            };
      const answer = await fetch(to as string, init);
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    },
    [path, body] as const,
  );
/** The same, where anything but success is a mistake of the journey. */
export async function got(page: Page, path: string, body?: Fields): Promise<Record<string, unknown>> {
  const { status, body: told } = await ask(page, path, body);
  if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(told)}`);
  return told;
}

const material = (name: string, more: Fields = {}): Fields => ({
  name,
  need: 'required',
  kind: 'original',
  copies: 1,
  specification: null,
  source: null,
  basis: null,
  hint: null,
  standard: null,
  mayFollow: false,
  ...more,
});
const COMMON: Fields = {
  level: '4',
  powerSource: 'statutory',
  bodyCode: '11000000000000000U',
  bodyNature: 'authority',
  specialProcedures: [],
  audience: ['person', 'company'],
  place: '区政务服务大厅',
  hours: '工作日 9:00–17:00',
  process: ['受理', '审查', '决定'],
  conditions: '在本区的单位和个人。',
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
};
const WATER: Fields = {
  ...COMMON,
  name: '河道采砂许可',
  type: 'licence',
  kind: 'promised',
  basicCode: '430119001000',
  implementingCode: '11000000000000000U4430119001000',
  basis: '《中华人民共和国水法》第四十八条',
  body: '区水利局',
  legalLimit: { days: 20, unit: 'working' },
  promisedLimit: { days: 10, unit: 'working' },
  resultType: 'certificate',
  resultName: '采砂许可证',
  situations: [{ question: '采砂会影响他人吗', choices: ['会', '不会'] }],
  materials: [
    material('申请书'),
    material('水资源论证报告'),
    material('与第三者的协议', {
      mayFollow: true,
      when: [{ question: '采砂会影响他人吗', oneOf: ['会'] }],
    }),
  ],
  steps: [
    { stage: 1, department: '区水利局', task: '审查水资源论证', days: 5 },
    { stage: 1, department: '区农业农村局', task: '核对灌区用水', days: 3 },
  ],
};
const PENSION: Fields = {
  ...COMMON,
  name: '养老补贴资格认证',
  type: 'service',
  kind: 'instant',
  basicCode: '432014002000',
  implementingCode: '11000000000000000U4432014002000',
  basis: '《社会救助暂行办法》第五条',
  body: '区民政局',
  legalLimit: { days: 0, unit: 'working' },
  promisedLimit: { days: 0, unit: 'working' },
  resultType: 'none',
  materials: [material('身份证')],
};
const ALLOWANCE: Fields = {
  ...PENSION,
  name: '高龄津贴发放',
  basicCode: '432014003000',
  implementingCode: '11000000000000000U4432014003000',
  materials: [material('申请书'), material('资格认证结果', { outputOf: '432014002000' })],
};

interface Node {
  readonly value: string;
  readonly name: string;
  readonly children: readonly Node[];
}
const flat = (nodes: readonly Node[]): readonly Node[] =>
  nodes.flatMap((node) => [node, ...flat(node.children)]);

/** Who works for which department, beside what the demonstration gave them. */
const POSTS = [
  ['approver', 'cases.approver', '区水利局'],
  ['handler', 'cases.approver', '区农业农村局'],
  ['decider', 'cases.decider', '区水利局'],
  ['sealer', 'cases.sealer', '区水利局'],
] as const;

/** Publishes the two items and gives the departments their people. */
export async function openOffice(pageOf: (account: string) => Promise<Page>): Promise<void> {
  const [editor, publisher, admin] = [
    await pageOf('editor'),
    await pageOf('publisher'),
    await pageOf('admin'),
  ];
  for (const [code, elements] of [
    ['CS-2020-01', WATER],
    ['YB-2020-01', PENSION],
    ['YB-2020-02', ALLOWANCE],
  ] as const) {
    const { id } = await got(editor, '/api/items', { code, place: '430611', elements });
    await got(publisher, `/api/items/${String(id)}/publish`, {});
  }
  const tree = flat((await got(admin, '/api/organisation-tree')) as unknown as readonly Node[]);
  for (const [account, role, unit] of POSTS) {
    const { id } = await got(admin, `/api/accounts/${account}`);
    const scope = tree.find(({ name }) => name === unit)!.value;
    await got(admin, `/api/accounts/${String(id)}/grant`, { role, scope });
  }
  for (const page of [editor, publisher, admin]) await page.context().close();
}
