import { defineStore } from 'pinia';
import { ref, watchEffect } from 'vue';

const KEY = 'yichuang.larger-text';

/** What a person chose about the page itself; kept in this browser. */
export const usePreferences = defineStore('preferences', () => {
  const isLarge = ref(localStorage.getItem(KEY) === 'yes');
  watchEffect(() => {
    document.documentElement.classList.toggle('is-large', isLarge.value);
    localStorage.setItem(KEY, isLarge.value ? 'yes' : 'no');
  });
  return { isLarge };
});
