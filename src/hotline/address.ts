import type { FastifyRequest } from 'fastify';
import { Type } from 'typebox';
import type { App } from '#lib/app.ts';
import { originOf as siteOrigin } from '#lib/http/origin.ts';
import { setting } from '#lib/setting.ts';
import { settingOf } from '#settings/index.ts';

/** Where others open this program: what a paper that leaves the house leads back to. */
export const address = setting({
  name: 'hotline.address',
  title: '本系统网址',
  about: '下载的通报里每个数字都链接到这个网址下的工单清单；留空则用下载时浏览器所用的网址',
  schema: Type.Object({
    origin: Type.String({
      title: '网址',
      pattern: '^(?:https?://[A-Za-z0-9.\\-\\[\\]:]{1,200})?$',
      maxLength: 210,
      wrong: '应形如 https://12345.example.gov.cn，不带路径；或留空',
    }),
  }),
  initial: { origin: '' },
});

/** `https://host:port`: as set for papers, else as the site is reached. */
export const originOf = (app: App, request: Pick<FastifyRequest, 'protocol' | 'host'>): string | undefined =>
  settingOf(app, address).origin || siteOrigin(app, request);
