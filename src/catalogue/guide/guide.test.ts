import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readDocument, writePaper } from '#documents/index.ts';
import { startTestServer, type TestServer } from '#lib/testing/server.ts';
import type { Day } from '#lib/time.ts';
import type { Elements } from '../elements/elements.ts';
import { bareMaterial, type Material } from '../elements/kinds.ts';
import { catalogueOffice } from '../testing/office.ts';
import { factsOf } from './facts.ts';
import { guideOf, type GuideSource } from './guide.ts';
import { paperOf } from './paper-of.ts';
import { PAPERS, type PaperKind } from './papers.ts';
import { findGuideSource } from './source.ts';
import { fieldOf, toldIn } from './told.ts';

const material = (name: string, more: Partial<Material> = {}): Material => ({
  ...bareMaterial(name),
  kind: 'original',
  copies: 2,
  ...more,
});
const elements: Elements = {
  name: '取水许可',
  type: 'licence',
  body: '区水利局',
  audience: ['person', 'company'],
  conditions: '在本区取水的单位和个人。',
  place: '区政务服务大厅二楼',
  hours: '工作日九时至十七时',
  legalLimit: { days: 20, unit: 'working' },
  promisedLimit: { days: 7, unit: 'working' },
  hasFee: false,
  visits: 0,
  consultPhone: '0730-8170001',
  complaintPhone: '12345',
  situations: [{ question: '由谁来办', choices: ['本人', '委托他人'] }],
  materials: [
    material('取水申请书'),
    material('授权委托书', { when: [{ question: '由谁来办', oneOf: ['委托他人'] }] }),
    material('第三方协议', { mayFollow: true }),
  ],
  steps: [
    { stage: 1, department: '区水利局', task: '审查', days: 3 },
    { stage: 1, department: '区自然资源局', task: '会审', days: 2 },
  ],
};
const source: GuideSource = {
  number: '11000000000000000U4430119001000',
  name: '取水许可',
  edition: 3,
  checkedOn: '2020-05-11' as Day,
  elements,
};
const kinds = Object.keys(PAPERS) as readonly PaperKind[];
const squeezed = (text: string): string => text.replaceAll(/\s/g, '');
const textOf = async (kind: PaperKind, told = {}): Promise<string> => {
  const format = PAPERS[kind].formats[0];
  const bytes = await writePaper(paperOf(kind, guideOf(source, told)), format);
  const read = await readDocument(bytes, { name: `paper.${format}` } as never);
  return squeezed(read.lines.map(({ text }) => text).join(''));
};

describe('every paper of an item', () => {
  test.each(kinds)('%s says each of its facts as the edition has it', async (kind) => {
    const text = await textOf(kind);
    const facts = factsOf(elements).filter(({ key }) =>
      (PAPERS[kind].facts as readonly string[]).includes(key),
    );
    expect(facts.length).toBeGreaterThan(0);
    for (const fact of facts)
      for (const said of fact.text.split('\n')) expect(text).toContain(squeezed(said));
    expect(text).toContain(source.number);
    expect(text).toContain('第3版');
  });
  test.each(kinds.filter((kind) => (PAPERS[kind].parts as readonly string[]).includes('materials')))(
    '%s asks for the same materials',
    async (kind) => {
      const own = await textOf(kind, { 由谁来办: '本人' });
      expect(own).toContain('取水申请书');
      expect(own).toContain('第三方协议');
      const other = await textOf(kind, { 由谁来办: '委托他人' });
      expect(other).toContain('授权委托书');
    },
  );
  describe('of an item with a question that hangs on another', () => {
    const nested: GuideSource = {
      ...source,
      elements: {
        ...elements,
        situations: [
          { question: '会不会影响', choices: ['会', '不会'] },
          {
            question: '影响谁',
            choices: ['农田', '航道'],
            when: [{ question: '会不会影响', oneOf: ['会'] }],
          },
        ],
        materials: [material('农田意见', { when: [{ question: '影响谁', oneOf: ['农田'] }] })],
      },
    };
    const told = async (kind: PaperKind, answers = {}): Promise<string> => {
      const bytes = await writePaper(paperOf(kind, guideOf(nested, answers)), 'docx');
      return squeezed(
        (await readDocument(bytes, { name: 'paper.docx' } as never)).lines.map(({ text }) => text).join(''),
      );
    };
    const asking = kinds.filter((kind) => (PAPERS[kind].parts as readonly string[]).includes('questions'));
    test.each(asking)('%s prints every question, and when it is to be answered', async (kind) => {
      const text = await told(kind);
      expect(text).toContain('会不会影响');
      expect(text).toContain('影响谁（「会不会影响」选会时填）');
      expect(text).toContain('□农田□航道');
      expect(await told(kind, { 会不会影响: '会', 影响谁: '农田' })).not.toContain('□农田');
      // What the answer made needless is asked on no paper.
      expect(await told(kind, { 会不会影响: '不会' })).not.toContain('影响谁（');
    });
  });
  test('what hangs on an unanswered question is not demanded', () => {
    expect(guideOf(source).materials.map(({ need }) => need)).toEqual(['必交', '看情形', '可以后补']);
  });
  test('what a situation makes needless is said to be needless, and asked for nowhere', () => {
    const guide = guideOf(source, { 由谁来办: '本人' });
    expect(guide.materials.map(({ name }) => name)).toEqual(['取水申请书', '第三方协议']);
    expect(guide.leftOut).toEqual([{ name: '授权委托书', because: '不用交：您的情形不需要' }]);
  });
});

test('answers travel in an address by the place of their question; what is no choice is no answer', () => {
  expect(fieldOf(elements, '由谁来办')).toBe('q1');
  expect(toldIn(elements, { q1: '委托他人', q2: '本人' })).toEqual({ 由谁来办: '委托他人' });
  expect(toldIn(elements, { q1: '别人' })).toEqual({});
});

describe('for the public', () => {
  let office: Awaited<ReturnType<typeof catalogueOffice>>;
  let server: TestServer;
  beforeAll(async () => {
    office = await catalogueOffice();
    server = await startTestServer(office.app);
  });
  afterAll(async () => {
    await server.close();
    await office.app.close();
  });

  test('a draft is nobody’s to read; a paper that does not exist is not found', async () => {
    await office.act(office.editor, 'item.record', { code: source.number, place: '430611', elements });
    expect(await findGuideSource(office.app, source.number)).toBeNull();
    const get = (file: string) => fetch(`${server.url}/api/items/${source.number}/papers/${file}`);
    expect((await get('guide.docx')).status).toBe(404);
    expect((await get('guide.exe')).status).toBe(404);
    expect((await get('constructor.docx')).status).toBe(404);
  });
});
