/** An earlier order of a caller, in the words people use. */
export interface Past {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly stateTitle?: string;
  readonly registeredAt: string;
  readonly isOpen?: boolean;
  readonly callBackResult?: string | null;
}
/** What a caller brought before; newest first. */
export interface History {
  readonly orders: readonly Past[];
  readonly count?: number;
  readonly open?: number;
}

/** What is still open stands first: the call is most often about that. */
export const openFirst = (orders: readonly Past[]): readonly Past[] => [
  ...orders.filter(({ isOpen }) => isOpen),
  ...orders.filter(({ isOpen }) => !isOpen),
];

/** `以前 3 件，未办结 1 件`, or that there was none. */
export const historySaid = ({ orders, count = orders.length, open = 0 }: History): string =>
  count === 0 ? '第一次来电' : `以前 ${count} 件${open > 0 ? `，未办结 ${open} 件` : '，都已办结'}`;
