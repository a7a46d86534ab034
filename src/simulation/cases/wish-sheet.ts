import { attachmentStore, fileNameOf, paragraph, writePaper } from '#documents/index.ts';
import type { Person } from '#lib/action/person.ts';
import { dayOf, formatDay, instantOf } from '#lib/time.ts';
import type { Asking, Input, Step } from '../run/thread.ts';

/** The name under which the sheet of a wish to take back lies with its case. */
export const WISH_SHEET = '撤回申请书.pdf';

interface Wish {
  readonly itemName: string;
  readonly reason: string;
  readonly at: number;
}
/** 撤回申请书 — as its applicant would sign it, without anybody's name: a file that opens, and says what it is. */
async function laidSheet({ app, id }: Asking, { itemName, reason, at }: Wish): Promise<Input> {
  const bytes = await writePaper(
    {
      title: '撤回申请书',
      banner: '模拟数据',
      blocks: [
        paragraph(`申请人请求撤回「${itemName}」的申请。原因：${reason}`),
        paragraph(`申请人签名：（已签）　${formatDay(dayOf(instantOf(at)))}`, { align: 'right' }),
      ],
    },
    'pdf',
  );
  await attachmentStore(app).put(bytes);
  const scan = { kind: 'pdf', mediaType: 'application/pdf', size: bytes.length, sha256: fileNameOf(bytes) };
  return { ...scan, name: WISH_SHEET, subjectNoun: 'case-file', subject: id };
}

/** Lays the sheet with the case, as a clerk does before they take it back. */
export const sheetLaid = (clerk: Person, wish: Wish): Step => ({
  at: wish.at,
  action: 'attachment.attach',
  by: { ...clerk, grants: [...clerk.grants, { role: 'people.staff', scope: '' }] },
  input: (now) => laidSheet(now, wish),
});
