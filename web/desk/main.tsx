import { render } from 'preact'
import '../ui/base.css'
import '../ui/fonts.css'
import './desk.css'
import './pages.css'
import { App } from './app.tsx'
import { followHash } from './store.ts'

followHash()
const root = document.getElementById('app')
if (root) render(<App />, root)
