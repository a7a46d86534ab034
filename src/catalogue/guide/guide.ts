import { interview, type Answers } from '../course/answers.ts';
import { courseOf } from '../course/course.ts';
import { materialsFor, type ChosenMaterial } from '../course/materials-for.ts';
import type { Situation } from '../elements/course-kinds.ts';
import type { Elements } from '../elements/elements.ts';
import { MATERIAL_KINDS, MATERIAL_SOURCES, type Material } from '../elements/kinds.ts';
import type { Day } from '#lib/time.ts';
import { factsOf, limitWords, type Fact } from './facts.ts';

/** One edition of an item, and when somebody last said that it is right. */
export interface GuideSource {
  readonly number: string;
  readonly name: string;
  readonly edition: number;
  readonly checkedOn: Day;
  readonly elements: Elements;
}
/** A material as the public reads it. */
export interface GuideMaterial {
  readonly name: string;
  /** `原件 1 份`; empty where nobody said. */
  readonly amount: string;
  /** `必交`, `非必要`, `可以后补`, `看情形`. */
  readonly need: string;
  /** What else to know: from where, how it is filled in, on which answer it depends. */
  readonly notes: string;
}
export interface GuideQuestion {
  readonly situation: Situation;
  readonly choice: string | null;
  /** `（「取什么水」选地下水时填）`; empty for a question that everybody answers. */
  readonly condition: string;
}
export interface GuideStep {
  readonly order: string;
  readonly department: string;
  readonly task: string;
  readonly limit: string;
}
/** 办事指南 as a value: every page and paper of an item is made from this and nothing else, so they cannot disagree. */
export interface Guide {
  readonly number: string;
  readonly name: string;
  readonly edition: number;
  readonly checkedOn: Day;
  readonly facts: readonly Fact[];
  readonly asked: readonly { readonly situation: Situation; readonly choice: string | null }[];
  /** As paper has them: every question that may still be asked, also one that hangs on an answer to come. */
  readonly questions: readonly GuideQuestion[];
  readonly materials: readonly GuideMaterial[];
  readonly leftOut: readonly { readonly name: string; readonly because: string }[];
  /** 办理流程 in words, as the item tells it. */
  readonly process: readonly string[];
  readonly steps: readonly GuideStep[];
}

/** When a question is to be answered, in words for a sheet of paper. */
export const conditionOf = ({ when = [] }: Situation): string =>
  when.length === 0
    ? ''
    : `（${when.map(({ question, oneOf }) => `「${question}」选${oneOf.join('、')}`).join('，')}时填）`;

function amountOf({ kind, copies }: Material): string {
  const sort = kind === null ? '' : MATERIAL_KINDS[kind];
  return [sort, copies === null || copies === 0 ? '' : `${copies} 份`].filter(Boolean).join(' ');
}
const NEEDS = { main: '必交', secondary: '可以后补' } as const;
/** What hangs on a question that is not answered yet is not demanded of everybody. */
const needOf = ({ material, rank, standing }: ChosenMaterial): string => {
  if (standing === 'depends') return '看情形';
  return material.need === 'conditional' ? '非必要' : NEEDS[rank];
};

function notesOf({ material, because }: ChosenMaterial): string {
  const { specification, source, hint, standard } = material;
  return [
    because,
    specification && `规格：${specification}`,
    source && MATERIAL_SOURCES[source],
    hint,
    standard,
  ]
    .filter((part) => typeof part === 'string' && part.trim() !== '')
    .join('；');
}

/** 并联: those of one stage share its number. What has no limit of its own lies within the whole. */
function stepsOf(elements: Elements): readonly GuideStep[] {
  const { stages, promisedLimit } = courseOf(elements);
  const unit = promisedLimit?.unit ?? 'working';
  if ((elements.steps ?? []).length === 0) return [];
  return stages.flatMap((steps, at) =>
    steps.map(({ department, task, days, isFirstReview }) => ({
      order: `第 ${at + 1} 步${steps.length > 1 ? '（同时）' : ''}`,
      department,
      task: isFirstReview === true ? `${task}（下级初审）` : task,
      limit:
        days === null
          ? isFirstReview === true
            ? '法定初审时限内'
            : '在总时限内'
          : limitWords({ days, unit: isFirstReview === true ? 'working' : unit }),
    })),
  );
}

/** The guide of an edition for somebody who answered so much; without answers, for everybody. */
export function guideOf(source: GuideSource, told: Answers = {}): Guide {
  const { number, name, edition, checkedOn, elements } = source;
  const { asked, answers, verdict } = interview(elements, told);
  const chosen = materialsFor(elements, told);
  return {
    number,
    name,
    edition,
    checkedOn,
    facts: factsOf(elements),
    asked: asked.map((situation) => ({ situation, choice: answers[situation.question] ?? null })),
    questions: (elements.situations ?? [])
      .filter(({ when }) => verdict(when) !== 'fails')
      .map((situation) => ({
        situation,
        choice: answers[situation.question] ?? null,
        condition: conditionOf(situation),
      })),
    materials: chosen
      .filter(({ standing }) => standing !== 'left-out')
      .map((each) => ({
        name: each.material.name,
        amount: amountOf(each.material),
        need: needOf(each),
        notes: notesOf(each),
      })),
    leftOut: chosen
      .filter(({ standing }) => standing === 'left-out')
      .map(({ material, because }) => ({ name: material.name, because: because! })),
    process: elements.process ?? [],
    steps: stepsOf(elements),
  };
}
