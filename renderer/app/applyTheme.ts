/** Shows a theme, following the system's where that is chosen. @returns the function that stops following */
export function applyTheme(theme: 'system' | 'light' | 'dark'): () => void {
  const systemIsDark = matchMedia('(prefers-color-scheme: dark)');
  const show = (): void => {
    const dark = theme === 'dark' || (theme === 'system' && systemIsDark.matches);
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  };
  show();
  systemIsDark.addEventListener('change', show);
  return () => systemIsDark.removeEventListener('change', show);
}
