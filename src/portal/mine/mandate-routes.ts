import type { FastifyInstance } from 'fastify';
import { applicantOf } from '#applicants/index.ts';
import { findGuideSource } from '#catalogue/index.ts';
import type { App } from '#lib/app.ts';
import type { Html } from '#lib/html.ts';
import type { Form } from '#lib/http/forms.ts';
import { isUuid } from '#lib/ids.ts';
import { randomBytesPooled } from '#lib/random.ts';
import { refuse } from '#lib/refusal.ts';
import { addDays, dayOf } from '#lib/time.ts';
import type { Site } from '../fault-page.ts';
import type { Fault } from '../parts.ts';
import { isFormKey } from '../letters/written.ts';
import { mandateForm, mandateInput, type MandateInput } from './mandate-form.ts';
import { faultOf, perform, signedIn } from './perform.ts';
import { HIDDEN, send } from './send.ts';

const formKey = (): string => randomBytesPooled(16).toString('base64url');
/** As long as is offered; who wants less says so. */
const OFFERED_DAYS = 90;

const TITLES: Readonly<Record<string, string>> = {
  agentName: '受托人姓名',
  agentIdentityKind: '受托人证件',
  agentIdentity: '受托人证件号码',
  extent: '委托哪些事项',
  items: '事项编码',
  acts: '可以代办什么',
  startsOn: '开始日期',
  endsOn: '截止日期',
};
const CHOSEN: ReadonlySet<string> = new Set(['extent', 'acts', 'agentIdentityKind']);

/** Refuses a listed code under which nothing is offered: the mandate would let its agent do nothing. */
async function refuseUnknownItems(app: App, { extent, items = [] }: MandateInput): Promise<void> {
  if (extent !== 'listed') return;
  for (const code of items) {
    const found = await findGuideSource(app, code);
    if (found?.number !== code)
      refuse(
        'portal.no-item',
        { code },
        { fields: [{ path: 'items', message: `没有编码为 ${code} 的事项` }] },
      );
  }
}

function giving(server: FastifyInstance, app: App, site: Site): void {
  const path = '/mine/mandates/new';
  const page = async (form: Form, fault: Fault | null, key = formKey()): Promise<Html> =>
    mandateForm({ form, key, fault, notice: await site.notice() });
  server.get(path, HIDDEN, async (request, reply) => {
    if (!(await applicantOf(app, request))) return reply.redirect('/sign-in', 303);
    const today = dayOf(app.now());
    return send(reply, await page({ startsOn: today, endsOn: addDays(today, OFFERED_DAYS) }, null));
  });
  server.post(path, HIDDEN, async (request, reply) => {
    const form = (request.body ?? {}) as Form;
    const key = isFormKey(form['key']) ? form['key'] : formKey();
    try {
      const who = await signedIn(app, request);
      const input = mandateInput(form);
      await refuseUnknownItems(app, input);
      await perform(app, who, {
        noun: 'mandate',
        verb: 'give',
        id: null,
        input,
        key,
      });
      return await reply.redirect('/mine?done=given', 303);
    } catch (error) {
      const { fault, status, code } = faultOf(error, TITLES, CHOSEN);
      return send(reply, await page(form, fault, code === 'lib.key-reused' ? formKey() : key), status);
    }
  });
}

const ENDED = { revoke: 'revoked', renounce: 'renounced' } as const;
function ending(server: FastifyInstance, app: App): void {
  for (const verb of Object.keys(ENDED) as (keyof typeof ENDED)[])
    server.post(`/mine/mandates/:id/${verb}`, HIDDEN, async (request, reply) => {
      const { id } = request.params as { readonly id: string };
      const { sure } = (request.body ?? {}) as Form;
      const who = await signedIn(app, request);
      if (!isUuid(id)) refuse('lib.not-found');
      if (sure !== 'on') refuse('portal.not-sure');
      await perform(app, who, { noun: 'mandate', verb, id, input: {}, key: null });
      return reply.redirect(`/mine?done=${ENDED[verb]}`, 303);
    });
}

/** Giving and ending mandates by forms. */
export function mandatePages(server: FastifyInstance, app: App, site: Site): void {
  giving(server, app, site);
  ending(server, app);
}
