import { Type } from 'typebox';
import { item } from '#catalogue/index.ts';
import { attachment } from '#documents/index.ts';
import { action } from '#lib/action/action.ts';
import { find, holding } from '#lib/action/need.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf } from '#lib/time.ts';
import { APPLICANT } from '#people/index.ts';
import { questionsOf } from '../bundle/questions.ts';
import { themeItems } from '../bundle/theme-items.ts';
import { theme } from '../bundle/theme.ts';
import { caseFile } from '../file/case-file.ts';
import { Answers, Phone } from '../file/fields.ts';
import { Matter, matterColumns } from '../file/matter.ts';
import { PAPER_NAME } from '../file/paper.ts';
import { refuseStray } from '../file/so-booked.ts';
import { caseDraft, type CaseDraft } from './case-draft.ts';
import { speakerOf, speaking } from './sending.ts';

const MOST_FILES = 100;
const OWN = { [APPLICANT]: 'applicant' } as const;
const isKept = ({ expiresOn }: CaseDraft, now: Parameters<typeof dayOf>[0]): boolean =>
  dayOf(now) <= expiresOn;
/** What was said of a person is not kept with a draft that is over. */
const FORGOTTEN = {
  phone: null,
  matterWhole: null,
  applicantName: null,
  applicantId: null,
  creditCode: null,
} as const;
type Asked = { readonly row: CaseDraft };
const offered = find(item, ({ row }: Asked) => ({ id: row.item! })); // Null finds nothing.

/** 保存 — as much as is known so far; what is not said stays as it was. */
export const fillDraft = action(caseDraft, {
  name: 'fill',
  title: '保存填写内容',
  may: OWN,
  from: ['open'],
  to: ['open'],
  when: isKept,
  input: Type.Object({
    answers: Type.Optional(Answers),
    phone: Type.Optional(Phone),
    matter: Type.Optional(Matter),
    isCommitted: Type.Optional(Type.Boolean({ title: '选择告知承诺，并已阅读全文' })),
  }),
  needs: {
    offered,
    asked: find(theme, ({ row }: Asked) => ({ id: row.theme! })),
    items: holding(themeItems),
    ...speaking,
  },
  decide(given) {
    const { draft, input, offered: found, asked, items } = given;
    if (input.isCommitted === true && !found?.elements.commitment)
      refuse('cases.no-promise-offered', { item: draft.itemName });
    // Sent back as the page showed it, covered, it is what it was.
    const isSaidAnew = input.matter !== undefined && input.matter.trim() !== (draft.matter ?? '');
    refuseStray(input.answers ?? {}, asked ? questionsOf(asked, items) : found?.elements.situations);
    return {
      state: 'open',
      answers: input.answers ?? draft.answers,
      phone: input.phone === undefined ? draft.phone : { plain: input.phone.trim() },
      ...(isSaidAnew ? matterColumns(input.matter, speakerOf(given)) : {}),
      isCommitted: input.isCommitted ?? draft.isCommitted,
    };
  },
});

/** 上传材料 — names the paper that an uploaded file is. */
export const addFile = action(caseDraft, {
  name: 'add-file',
  title: '提交一份材料',
  about: '先上传文件为本草稿的附件，再写明它是哪一份材料',
  may: OWN,
  from: ['open'],
  to: ['open'],
  when: isKept,
  input: Type.Object({
    paper: Type.String({ title: '材料', ...PAPER_NAME }),
    attachment: Type.String({ title: '附件', format: 'uuid', ref: 'attachment' }),
  }),
  needs: {
    offered,
    asked: find(theme, ({ row }: Asked) => ({ id: row.theme! })),
    items: holding(themeItems),
    mine: find(caseFile, ({ row }: Asked) => ({ id: row.supplies! })),
    file: find(attachment, ({ input }: { readonly input: { readonly attachment: string } }) => ({
      id: input.attachment,
    })),
  },
  decide({ draft, input, offered: found, asked, items, mine, file }) {
    if (!file || file.subject !== draft.id || file.state !== 'kept') refuse('cases.draft-file');
    const known = mine
      ? mine.papers
      : [found, ...(asked?.items ?? []).map(({ code }) => items.get(code))].flatMap(
          (each) => each?.elements.materials ?? [],
        );
    if (!known.some(({ name }) => name === input.paper))
      refuse('cases.unknown-paper', { names: input.paper });
    if (draft.files.length >= MOST_FILES) refuse('cases.draft-files', { most: MOST_FILES });
    const others = draft.files.filter((each) => each.attachment !== input.attachment);
    return { state: 'open', files: [...others, { paper: input.paper, attachment: input.attachment }] };
  },
});

/** 撤下材料 — a file that was the wrong one. */
export const removeFile = action(caseDraft, {
  name: 'remove-file',
  title: '撤下一个文件',
  may: OWN,
  from: ['open'],
  to: ['open'],
  input: Type.Object({
    attachment: Type.String({ title: '附件', format: 'uuid', ref: 'attachment' }),
  }),
  decide({ draft, input }) {
    const files = draft.files.filter((each) => each.attachment !== input.attachment);
    if (files.length === draft.files.length) refuse('cases.draft-file');
    return { state: 'open', files };
  },
});

/** 放弃 — nothing was sent, nothing is kept in the way. */
export const discardDraft = action(caseDraft, {
  name: 'discard',
  title: '放弃草稿',
  may: OWN,
  from: ['open'],
  to: ['discarded'],
  input: Type.Object({}),
  decide: () => ({ state: 'discarded', ...FORGOTTEN }),
});

/** 过期 — by the program, after its last day. */
export const expireDraft = action(caseDraft, {
  name: 'expire',
  title: '草稿过期',
  hidden: true,
  may: { system: 'anyone' },
  from: ['open'],
  to: ['expired'],
  when: (row, now) => !isKept(row, now),
  input: Type.Object({}),
  decide: () => ({ state: 'expired', ...FORGOTTEN }),
});
