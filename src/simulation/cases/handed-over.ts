import { SYSTEM } from '#lib/action/person.ts';
import { instantOf } from '#lib/time.ts';
import { decidedCase } from './decided.ts';
import { HOUR, later, MINUTE, workingDays, type Writing } from './script.ts';

/* 全域通办: taken at one counter, decided by the departments of the district or of the city. */

const envelope = ({ matter, papers, applicant }: Writing) => ({
  place: matter.choice.counter.place,
  itemCode: matter.choice.item.code,
  applicant,
  papers: papers.map((name) => ({ name, copies: 1, isOriginal: true })),
});

/** For a department of the district: signed for, turned into a case, and every step of that told back. */
export function handedToDistrict(writing: Writing): void {
  const { plan, matter, staff, answers, by, add, last } = writing;
  const { district, districtName } = plan.ground;
  const clerk = staff.clerk(matter.choice.counter.place, by);
  const liaison = staff.liaison(by);
  add(matter.at, 'handover.send', clerk, {
    ...envelope(writing),
    to: { code: district, name: districtName },
    authority: 'district',
  });
  add(later(writing, last(), workingDays(writing, by.between(0.2, 1.2))), 'handover.receive', liaison);
  add(
    last() + by.between(4, 40) * MINUTE,
    'handover.take-in',
    liaison,
    Object.keys(answers).length === 0 ? {} : { answers },
  );
  const accepter = staff.clerk(district, by);
  const at = add(later(writing, last(), by.between(0.1, 2) * HOUR), 'case-file.accept', accepter);
  const told = (): void => void add(last() + by.between(2, 25) * 1000, 'handover.follow', SYSTEM);
  told();
  decidedCase(writing, { clerk: accepter, at, outstanding: [] }, told);
}

/** 岳阳市: the city of the district whose year this is. */
const CITY = (district: string) => ({ code: `${district.slice(0, 4)}00`, name: '岳阳市' });

/** For a department of the city, which says by receipt what becomes of it. */
export function handedToCity(writing: Writing): void {
  const { plan, matter, staff, by, add, last } = writing;
  const { course, elements } = matter.choice.item;
  const clerk = staff.clerk(matter.choice.counter.place, by);
  const days = course.promisedLimit?.days ?? 5;
  add(matter.at, 'handover.send', clerk, {
    ...envelope(writing),
    to: CITY(plan.ground.district),
    authority: 'city',
    ...(elements.body === undefined ? {} : { authorityName: elements.body }),
    resultDays: days,
  });
  const receipt = (kind: string, after: number, more: object = {}): void => {
    const at = Math.max(later(writing, last(), after), last() + 10 * MINUTE);
    const number = `岳交〔${plan.year}〕${matter.index + 1}-${kind === 'received' ? 1 : kind === 'accepted' ? 2 : 3}`;
    add(at, 'handover.record-receipt', clerk, { kind, at: instantOf(at - 5 * MINUTE), number, ...more });
  };
  receipt('received', workingDays(writing, by.between(0.4, 1.3)));
  receipt('accepted', by.between(1, 7) * HOUR);
  receipt('result', workingDays(writing, Math.max(0.5, days * by.between(0.4, 0.85))), {
    outcome: 'granted',
    resultNumber: `岳〔${plan.year}〕${matter.index + 1}号`,
  });
  add(later(writing, last(), by.between(1, 12) * HOUR), 'handover.hand-out', clerk, {
    way: 'counter',
    proof: '本人签收',
  });
}
