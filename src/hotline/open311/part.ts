import type { Part } from '../part.ts';
import { open311Routes } from './routes.ts';
import { open311 } from './setting.ts';
import './refusals.ts';

/** Open311 GeoReport v2 — services, requests and tokens for foreign clients. */
export const open311Part: Part = { settings: [open311], routes: open311Routes };
