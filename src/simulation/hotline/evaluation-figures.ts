import type { FigureMeasure } from '#performance/index.ts';

const counted = (key: string, measure: string): FigureMeasure => ({ key, measure: `hotline.${measure}` });

/** What the evaluation of the year says of the hotline, counted from the orders instead of copied from a report. */
export const evaluationFigures: readonly FigureMeasure[] = [
  counted('hotline.workOrders', 'orders-received'),
  counted('hotline.letters', 'letters-received'),
  counted('hotline.urgent', 'urgent'),
  counted('orders.due', 'due'),
  counted('orders.closed', 'completed'),
  counted('orders.closedInTime', 'on-time'),
  counted('orders.closedRate', 'completion-rate'),
  counted('orders.inTimeRate', 'on-time-rate'),
  counted('hotline.callbacks', 'called-back'),
  counted('hotline.dissatisfied', 'call-back-dissatisfied'),
  counted('hotline.dissatisfactionRate', 'dissatisfaction-rate'),
  counted('hotline.satisfactionRate', 'satisfaction-rate'),
  { ...counted('hotline.casesPutForward', 'cases-put-forward'), title: '报送典型案例', unit: '件' },
  { ...counted('hotline.casesSelected', 'cases-selected'), title: '选用典型案例', unit: '件' },
];
