// Says which theme stands before the first paint; the page's own script, which knows the whole rule (client/design/theme.ts), comes later.
try {
  const choice = location.pathname.split('/')[1] === 'wall' ? 'dark' : localStorage.getItem('dai-sen.theme')
  if (choice === 'dark' || choice === 'light') document.documentElement.dataset.theme = choice
} catch {
  // No storage: the system's wish stands.
}
