/** 一件事办件: the states of one, as lists, pages and papers call them. */
export const BUNDLE_STATES = { open: '办理中', completed: '已办结', withdrawn: '已撤回' } as const;
