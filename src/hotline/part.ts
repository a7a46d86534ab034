export { joined, type Part } from '#lib/part.ts';
