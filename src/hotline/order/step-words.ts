import type { OrderState } from './words.ts';

/** The steps with a limit of their own; the state says which one an order stands in. */
export const STEPS = {
  registered: { name: 'dispatch', title: '派单' },
  dispatched: { name: 'sign', title: '签收' },
  replied: { name: 'review', title: '审核' },
  returned: { name: 'ruling', title: '裁定或改派' },
} as const satisfies Partial<Record<OrderState, { readonly name: string; readonly title: string }>>;
export type InStep = keyof typeof STEPS;
export const IN_STEP = Object.keys(STEPS) as readonly InStep[];
export const isInStep = (state: string): state is InStep => state in STEPS;
export const STEP_TITLES: Readonly<Record<InStep, string>> = {
  registered: STEPS.registered.title,
  dispatched: STEPS.dispatched.title,
  replied: STEPS.replied.title,
  returned: STEPS.returned.title,
};
