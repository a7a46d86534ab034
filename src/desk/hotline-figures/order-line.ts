/** What a line about an order shows. */
export interface OrderLine {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly registeredAt: string;
  readonly dueAt: string | null;
  readonly closedAt: string | null;
}
