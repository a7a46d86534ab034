import { applicants } from '#applicants/index.ts';
import { calendar, seedCalendar } from '#calendar/index.ts';
import { bareMaterial, catalogue, type Elements, type Material } from '#catalogue/index.ts';
import { fileNameOf } from '#documents/index.ts';
import { documents } from '#documents/module.ts';
import { ledger } from '#ledger/index.ts';
import type { Done } from '#lib/action/engine/engine.ts';
import type { Held } from '#lib/action/need.ts';
import type { Person, ScopeTree } from '#lib/action/person.ts';
import { acting, someone, testApp } from '#lib/testing/app.ts';
import { instant, instantOf, millis, MS_PER_MINUTE, type Instant } from '#lib/time.ts';
import {
  organisations,
  organisationTree,
  seedOrganisations,
  type OrganisationTree,
} from '#organisations/index.ts';
import { people } from '#people/index.ts';
import { settings } from '#settings/index.ts';
import { cases } from '../index.ts';

export const DISTRICT = '430611';
/** The department that decides the sample items. */
export const WATER = '区水利局';

export type Hall = Awaited<ReturnType<typeof serviceHall>>;

/** What another person than who asked does to a grant: the head of the body that decided. */
const revoking =
  (act: ReturnType<typeof acting>, decider: Person, head: Person) =>
  async (id: string, why: Readonly<Record<string, unknown>>): Promise<Done> => {
    await act(decider, 'case-file.ask-revocation', why, id);
    return act(head, 'case-file.revoke', {}, id);
  };

/** What a clerk scans and lays with a case. */
function scansOf(act: ReturnType<typeof acting>, clerk: Person) {
  const scanning = { ...clerk, grants: [...clerk.grants, { role: 'people.staff', scope: '' }] };
  let laid = 0;
  /** A sheet signed at the counter; the file's id. */
  async function lay(subject: string, name: string, more = {}): Promise<string> {
    laid += 1;
    const sha256 = fileNameOf(Buffer.from(`${laid}`));
    const scan = { kind: 'pdf', mediaType: 'application/pdf', size: 1, sha256 };
    const said = { ...scan, name, subjectNoun: 'case-file', subject, ...more };
    return (await act(scanning, 'attachment.attach', said)).row.id;
  }
  /** Takes a case back at a window, on the sheet that its applicant signed. */
  async function takeBack(id: string, reason: string): Promise<Done> {
    await lay(id, '撤回申请书.pdf');
    return act(clerk, 'case-file.withdraw', { reason, sheet: '撤回申请书.pdf' }, id);
  }
  return { lay, takeBack };
}

/** The service hall of the district on a fresh database: people, units, no items yet, at nine on a Monday of May 2020. */
export async function serviceHall(start = '2020-05-11T09:00+08:00') {
  let at = millis(instant(start));
  const now = (): Instant => instantOf(at);
  const app = await testApp(
    [ledger, settings, calendar, organisations, people, documents, applicants, catalogue, cases],
    { now, scopes: (held) => held.value(organisationTree as Held<unknown>) as ScopeTree },
  );
  await seedOrganisations(app);
  await seedCalendar(app);
  const act = acting(app);
  const tree = app.held.value(organisationTree as Held<unknown>) as OrganisationTree;
  const unit = (name: string): string => {
    const found = [...tree.organisations.values()].find((each) => each.name === name);
    if (!found) throw new Error(`no unit ${name}`);
    return found.id;
  };
  const inDistrict = (role: string, name: string): Person => someone(name, [role, DISTRICT]);
  const of = (role: string, name: string, department = WATER): Person =>
    someone(name, [role, unit(department)]);
  const editor = someone('编目员', ['catalogue.editor', DISTRICT], ['catalogue.publisher', DISTRICT]);

  /** Publishes an item with these elements and returns its code. */
  async function offer(code: string, elements: Elements): Promise<string> {
    const { row } = await act(editor, 'item.record', {
      code,
      place: DISTRICT,
      elements: { ...COMMON, ...elements },
    });
    await act(editor, 'item.publish', {}, row.id);
    return code;
  }
  const clerk = inDistrict('cases.clerk', '窗口员');
  const [decider, head] = [of('cases.decider', '首席代表'), of('cases.head', '局长')];
  return {
    app,
    act,
    unit,
    ...scansOf(act, clerk),
    offer,
    now,
    set: (text: string): void => {
      at = millis(instant(text));
    },
    later: (minutes: number): void => {
      at += minutes * MS_PER_MINUTE;
    },
    clerk,
    inspector: inDistrict('cases.inspector', '监督员'),
    approverOf: (name: string): Person => of('cases.approver', `${name}审查员`, name),
    decider,
    head,
    revoke: revoking(act, decider, head),
    sealer: of('cases.sealer', '用章员'),
    editor,
    close: app.close,
  };
}

const material = (name: string, more: Partial<Material> = {}): Material => ({
  ...bareMaterial(name),
  copies: 1,
  ...more,
});

/** What any published item must say, so that the checks let it through. */
export const COMMON: Elements = {
  type: 'licence',
  level: '4',
  basicCode: '430119001000',
  implementingCode: '11000000000000000U4430119001000',
  powerSource: 'statutory',
  basis: '《中华人民共和国水法》第四十八条',
  body: WATER,
  bodyCode: '11000000000000000U',
  bodyNature: 'authority',
  specialProcedures: ['听证', '专家评审', '检测', '鉴定'],
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
};

/** 取水许可: twenty working days by law, ten promised, three papers of which the last may follow. */
export const waterPermit: Elements = {
  name: '取水许可',
  kind: 'promised',
  legalLimit: { days: 20, unit: 'working' },
  promisedLimit: { days: 10, unit: 'working' },
  resultType: 'certificate',
  resultName: '取水许可证',
  materials: [
    material('申请书'),
    material('水资源论证报告'),
    material('与第三者的协议', { mayFollow: true }),
  ],
};
export const PAPERS = ['申请书', '水资源论证报告', '与第三者的协议'] as const;

/** What an applicant says at the counter; anything may be said otherwise. */
export const application = (
  item: string,
  more: Readonly<Record<string, unknown>> = {},
): Readonly<Record<string, unknown>> => ({
  item,
  place: DISTRICT,
  applicant: { name: '甲某', idNumber: '11010518491231008X', phone: '13800001234' },
  papers: [...PAPERS],
  ...more,
});
