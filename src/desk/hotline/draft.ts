/** What is being taken down. The caller stands apart: it never goes into the draft. */
export interface Written {
  readonly channel: string;
  readonly type: string;
  readonly title: string;
  readonly text: string;
  readonly topic: string;
  readonly place: string;
  readonly isUrgent: boolean;
  readonly isConfidential: boolean;
  readonly isPublishable: boolean;
}
export const NOTHING: Written = {
  channel: 'phone',
  type: '',
  title: '',
  text: '',
  topic: '',
  place: '',
  isUrgent: false,
  isConfidential: false,
  isPublishable: false,
};
const placeOf = (account: string): string => `yichuang.hotline.draft.${account}`;

/** Kept in this browser per account until it is registered: a closed window in the middle of a call costs nothing. */
export const draftFor = (account: string) => ({
  read(): Written | null {
    const text = localStorage.getItem(placeOf(account));
    return text === null ? null : { ...NOTHING, ...(JSON.parse(text) as Partial<Written>) };
  },
  write(now: Written): void {
    if (now.title.trim() === '' && now.text.trim() === '') localStorage.removeItem(placeOf(account));
    else localStorage.setItem(placeOf(account), JSON.stringify(now));
  },
  forget: (): void => localStorage.removeItem(placeOf(account)),
});
