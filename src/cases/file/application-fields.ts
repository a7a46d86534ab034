import { Type } from 'typebox';
import {
  Answers,
  ApplicantField,
  ChannelField,
  Department,
  ItemCode,
  PaperNames,
  Place,
  WindowTypeField,
} from './fields.ts';
import { Matter } from './matter.ts';

/** What any way in takes down. */
export const ApplicationFields = Type.Object({
  item: ItemCode,
  place: Place,
  channel: Type.Optional(ChannelField),
  windowType: Type.Optional(WindowTypeField),
  window: Type.Optional(Type.String({ title: '窗口', format: 'uuid', ref: 'window' })),
  department: Type.Optional(Department),
  applicant: ApplicantField,
  agentName: Type.Optional(Type.String({ title: '代办人', minLength: 1, maxLength: 60, keep: 'never' })),
  matter: Type.Optional(Matter),
  answers: Type.Optional(Answers),
  papers: Type.Optional(PaperNames('已交材料')),
  renews: Type.Optional(
    Type.String({ title: '延续的原办件编号或文书号（不是延续的不填）', minLength: 2, maxLength: 60 }),
  ),
});
