import type { FastifyInstance } from 'fastify';
import type { App } from './app.ts';
import type { Module } from './module.ts';

/** What one folder of a large module contributes to its manifest. */
export type Part = Partial<Omit<Module, 'name' | 'title' | 'migrations' | 'roles'>>;

/** The contributions of all folders as one. */
export const joined = (parts: readonly Part[]): Required<Part> => ({
  nouns: parts.flatMap((part) => part.nouns ?? []),
  actions: parts.flatMap((part) => part.actions ?? []),
  views: parts.flatMap((part) => part.views ?? []),
  measures: parts.flatMap((part) => part.measures ?? []),
  held: parts.flatMap((part) => part.held ?? []),
  reactions: parts.flatMap((part) => part.reactions ?? []),
  loops: parts.flatMap((part) => part.loops ?? []),
  clocks: parts.flatMap((part) => part.clocks ?? []),
  histories: parts.flatMap((part) => part.histories ?? []),
  settings: parts.flatMap((part) => part.settings ?? []),
  routes: async (server: FastifyInstance, app: App): Promise<void> => {
    for (const part of parts) await part.routes?.(server, app);
  },
});
