import { watchEffect } from 'vue';
import { useRoute } from 'vue-router';

/** Names the browser's tab after what the page shows; said anew whenever the address changes within the page. */
export function usePageTitle(title: () => string): void {
  const route = useRoute();
  watchEffect(
    () => {
      void route.fullPath;
      if (title() !== '') document.title = `${title()} · 一窗`;
    },
    { flush: 'post' },
  );
}
