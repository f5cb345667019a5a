// Starts the screen: styles, language, React. Knows no page.
import './design/tokens.css'
import './design/fonts.css'
import './design/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { trustOwnScripts } from './app/trusted-scripts.ts'
import { startTheme } from './design/theme.ts'
import { languageOf, startLanguage } from './i18n/language.ts'
import { reloadOnceIfServed } from './live/page-reload.ts'

trustOwnScripts()

// A page that outlived an update asks for parts that are gone: it loads the new build, once for each. A station that is away is no update.
addEventListener('vite:preloadError', ({ payload }) => {
  void reloadOnceIfServed(encodeURIComponent(payload.message))
})

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root')
startTheme()
await startLanguage(languageOf(location.search))
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
