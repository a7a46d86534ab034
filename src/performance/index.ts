import { join } from 'node:path';
import { module } from '#lib/module.ts';
import { adaptIndicator, approveAdaptation } from './evaluation/adapt-indicator.ts';
import { amendEvaluation } from './evaluation/amend.ts';
import { answerFinding } from './evaluation/answer-finding.ts';
import { bindFigure, takeReading } from './evaluation/bind-figure.ts';
import { beginEvaluation } from './evaluation/begin.ts';
import { checkEvaluation } from './evaluation/check.ts';
import { confirmItems } from './evaluation/confirm-items.ts';
import { evaluation } from './evaluation/evaluation.ts';
import { publishEvaluation } from './evaluation/publish.ts';
import { readMeasures } from './evaluation/read-measures.ts';
import { returnEvaluation, sendBack } from './evaluation/return.ts';
import { reviewEvaluation } from './evaluation/review.ts';
import { importFigures, setFigures } from './evaluation/set-figures.ts';
import { dropGoal, setGoal } from './evaluation/set-goal.ts';
import { setSelfScores } from './evaluation/set-self-scores.ts';
import { setSettings } from './evaluation/set-settings.ts';
import { noteSignature } from './evaluation/note-signature.ts';
import { noteSeal, signEvaluation } from './evaluation/sign.ts';
import { submitSelfScore } from './evaluation/submit-self-score.ts';
import { submitEvaluation } from './evaluation/submit.ts';
import { writeNarrative } from './evaluation/write-narrative.ts';
import { adoptFramework } from './frameworks/adopt.ts';
import { changeRow, dropRow, weighGroups } from './frameworks/change-row.ts';
import { copyFramework } from './frameworks/copy.ts';
import { framework } from './frameworks/framework.ts';
import { publishFramework, retireFramework } from './frameworks/publish.ts';
import { measures } from './measures.ts';
import { applyResult, opine, rescore } from './received/conclude.ts';
import { letterClock, queryLetter } from './received/letter.ts';
import { answer, closeLetter, query } from './received/query.ts';
import { receive, receiveVersion } from './received/receive.ts';
import { receivedReport } from './received/report.ts';
import { auditRoutes } from './routes/audits.ts';
import { receivedRoutes } from './routes/received.ts';
import { reportRoutes } from './routes/reports.ts';
import { rowAcrossView, scoresView } from './views/across.ts';
import { figureRecordsView, figureRecordView } from './views/behind.ts';
import { changesView, evaluationView, findingsView, forecastView } from './views/evaluation.ts';
import { receivedDetail } from './views/received.ts';
import { receivedList } from './views/received-list.ts';
import { frameworkRowsView } from './views/framework-rows.ts';
import './refusals.ts';

export { auditFiles, describeAudit, hasContradiction } from './audit-files.ts';
export type { AuditedFile, AuditedFiles } from './audit-job.ts';
export { makeBundle } from './bundle/make.ts';
export { verifyBundle } from './bundle/verify.ts';
export { importFigureFile, type Imported } from './evaluation/import-rows.ts';
export { bindMeasures, type FigureMeasure } from './seed/bind.ts';
export { seedEvaluation2020 } from './seed/seed.ts';
export { isReportFormat, reportedOfYear, reportFormats, writeReport } from './year-report.ts';

/** 绩效 — forms, the self-evaluation of a year, its findings and its course; the finance office's view of others' reports. */
export const performance = module({
  name: 'performance',
  title: '绩效评价',
  migrations: join(import.meta.dirname, 'migrations'),
  nouns: [framework, evaluation, receivedReport, queryLetter],
  actions: [
    adoptFramework,
    copyFramework,
    changeRow,
    dropRow,
    weighGroups,
    publishFramework,
    retireFramework,
    beginEvaluation,
    amendEvaluation,
    setFigures,
    importFigures,
    bindFigure,
    takeReading,
    setGoal,
    dropGoal,
    writeNarrative,
    setSelfScores,
    confirmItems,
    adaptIndicator,
    approveAdaptation,
    answerFinding,
    setSettings,
    submitSelfScore,
    checkEvaluation,
    signEvaluation,
    noteSeal,
    submitEvaluation,
    reviewEvaluation,
    publishEvaluation,
    returnEvaluation,
    sendBack,
    receive,
    receiveVersion,
    query,
    answer,
    closeLetter,
    opine,
    rescore,
    applyResult,
  ],
  views: [
    evaluationView,
    findingsView,
    forecastView,
    changesView,
    figureRecordsView,
    figureRecordView,
    scoresView,
    rowAcrossView,
    frameworkRowsView,
    receivedList,
    receivedDetail,
  ],
  measures,
  clocks: [letterClock],
  reactions: [noteSignature, readMeasures],
  routes: async (server, app) => {
    reportRoutes(server, app);
    await auditRoutes(server, app);
    receivedRoutes(server, app);
  },
  roles: {
    'performance.writer': { title: '绩效填报', scope: 'organisation' },
    'performance.checker': { title: '绩效核对', scope: 'organisation' },
    'performance.leader': { title: '绩效签发', scope: 'organisation' },
    'finance.reviewer': { title: '财政绩效复核', scope: 'region' },
    'finance.section': { title: '财政业务股室', scope: 'region' },
  },
});
