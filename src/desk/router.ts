import { createRouter, createWebHistory } from 'vue-router';
import { useNotice } from '#desk/stores/notice.ts';
import { useProgram } from '#desk/stores/program.ts';
import { useSession } from '#desk/stores/session.ts';
import { routes } from './routes.ts';

export const router = createRouter({
  history: createWebHistory('/desk/'),
  routes,
  scrollBehavior: (to, from, saved) => saved ?? (to.path === from.path ? false : { top: 0 }),
});

/** Nobody sees a page before it is known who asks. */
router.beforeEach(async (to) => {
  const session = useSession();
  const program = useProgram();
  const notice = useNotice();
  if (!session.isKnown) await notice.guard(session.load);
  session.isKnown = true;
  if (to.name === 'sign-in' || to.name === 'invitation') return true;
  if (!session.who) return { name: 'sign-in', query: to.fullPath === '/' ? {} : { to: to.fullPath } };
  if (!program.program) await notice.guard(program.load);
  return true;
});

router.afterEach((to, from) => {
  if (to.path === from.path) return;
  useNotice().clear();
  // Until the page knows what it shows; then it names itself.
  document.title = `${(to.meta['title'] as string | undefined) ?? '工作台'} · 一窗`;
});
