import { Type } from 'typebox';
import { action } from '#lib/action/action.ts';
import { SYSTEM } from '#lib/action/person.ts';
import { getAction, type App } from '#lib/app.ts';
import type { Reaction } from '#lib/module.ts';
import { Reference } from '../fields.ts';
import { mandate } from './mandate.ts';

/** 绑定受托人 — by the program, when somebody of the agent's name and document is verified here. */
export const bindMandate = action(mandate, {
  name: 'bind',
  title: '绑定受托人',
  hidden: true,
  may: { system: 'anyone' },
  from: ['in-force'],
  to: ['in-force'],
  input: Type.Object({ agent: Reference('applicant', '受托人') }),
  when: ({ agent, helper }) => agent === null && helper === null,
  decide: ({ input }) => ({ state: 'in-force', agent: input.agent }),
});

/**
 * Binds what can be bound of this mandate, or to this applicant. Name *and* number must agree, and the applicant must have
 * been verified: a number typed at a counter for somebody who was not there proves nothing.
 */
async function bind(app: App, subject: string): Promise<void> {
  const found = await app.query(
    `select m.id, a.id as agent from mandate m
       join applicant a on a.identity ->> 'hash' = m.agent_identity ->> 'hash'
        and a.name ->> 'hash' = m.agent_name ->> 'hash'
      where m.state = 'in-force' and m.agent is null and m.principal <> a.id
        and a.state = 'registered' and a.level in ('middle', 'high') and (m.id = $1 or a.id = $1)`,
    [subject],
  );
  for (const { id, agent } of found)
    await app.engine.perform({
      action: getAction(app, 'mandate', 'bind'),
      id: id as string,
      input: { agent },
      by: SYSTEM,
      now: app.now(),
      key: null,
      ifMatch: null,
    });
}

const AFTER = [
  'mandate.give',
  'mandate.give-at-counter',
  'applicant.provision',
  'applicant.confirm',
  'applicant.register',
  'applicant.amend',
] as const;
/** A mandate may come before its agent or after; whichever comes second binds them. */
export const binding: readonly Reaction[] = AFTER.map((after) => ({
  after,
  name: `applicants.bind-after-${after.replace('.', '-')}`,
  react: ({ subject }, app) => bind(app, subject),
}));
