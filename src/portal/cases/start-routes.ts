import type { FastifyInstance } from 'fastify';
import { applicantOf, readMyMandates, type MyMandate, type SignedInApplicant } from '#applicants/index.ts';
import { readOpenDrafts } from '#cases/index.ts';
import { findGuideSource, type GuideSource } from '#catalogue/index.ts';
import type { App } from '#lib/app.ts';
import type { Html } from '#lib/html.ts';
import type { Form } from '#lib/http/forms.ts';
import { randomBytesPooled } from '#lib/random.ts';
import { refuse } from '#lib/refusal.ts';
import { dayOf, type Day } from '#lib/time.ts';
import type { Site } from '../fault-page.ts';
import { isFormKey } from '../letters/written.ts';
import { faultOf, perform, signedIn } from '../mine/perform.ts';
import { HIDDEN, send } from '../mine/send.ts';
import type { Fault } from '../parts.ts';
import { startPage } from './start-page.ts';

const formKey = (): string => randomBytesPooled(16).toString('base64url');
const getSource = async (app: App, params: unknown): Promise<GuideSource> =>
  (await findGuideSource(app, (params as { readonly code: string }).code)) ?? refuse('lib.not-found');

/** Whether an application for this item may be made under it today; others would be refused once they are chosen. */
const reaches = (each: MyMandate, item: string, today: Day): boolean =>
  each.side === 'received' &&
  each.isInForce &&
  each.startsOn <= today &&
  each.acts.includes('apply') &&
  (each.extent === 'all' || each.items.includes(item));

interface Asked {
  readonly who: SignedInApplicant;
  readonly source: GuideSource;
  readonly form: Form;
  readonly key: string;
  readonly fault: Fault | null;
}
async function page(app: App, site: Site, { who, source, ...asked }: Asked): Promise<Html> {
  const [drafts, mandates] = await Promise.all([readOpenDrafts(app, who.id), readMyMandates(app, who.id)]);
  return startPage({
    code: source.number,
    name: source.name,
    isOnline: source.elements.isOnline === true,
    drafts: drafts.filter(({ itemCode }) => itemCode === source.number),
    mandates: mandates.filter((each) => reaches(each, source.number, dayOf(app.now()))),
    notice: await site.notice(),
    ...asked,
  });
}

/** `/items/{code}/apply`: signed in, for whom; a draft begins. A key in the form makes a double click one draft. */
export function startPages(server: FastifyInstance, app: App, site: Site): void {
  const path = '/items/:code/apply';
  server.get(path, HIDDEN, async (request, reply) => {
    const source = await getSource(app, request.params);
    const who = await applicantOf(app, request);
    const to = `/items/${source.number}/apply`;
    if (!who) return reply.redirect(`/sign-in?${new URLSearchParams({ to })}`, 303);
    return send(reply, await page(app, site, { who, source, form: {}, key: formKey(), fault: null }));
  });
  server.post(path, HIDDEN, async (request, reply) => {
    const form = (request.body ?? {}) as Form;
    const source = await getSource(app, request.params);
    const who = await signedIn(app, request);
    const key = isFormKey(form['key']) ? form['key'] : formKey();
    const { mandate = 'self' } = form;
    const input = { item: source.number, ...(mandate === 'self' ? {} : { mandate }) };
    try {
      const { row } = await perform(app, who, { noun: 'case-draft', verb: 'begin', id: null, input, key });
      return await reply.redirect(`/mine/drafts/${row.id}`, 303);
    } catch (error) {
      const { fault, status, code } = faultOf(error, { mandate: '为谁申请' });
      const again = code === 'lib.key-reused' ? formKey() : key;
      return send(reply, await page(app, site, { who, source, form, key: again, fault }), status);
    }
  });
}
