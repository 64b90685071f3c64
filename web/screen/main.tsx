import { render } from 'preact'
import '../ui/base.css'
import '../ui/fonts.css'
import './display-face.css'
import './screen.css'
import './rounds.css'
import { App } from './app.tsx'
import { listenToKeys } from './keys.ts'
import { followWindow } from './scene.tsx'

followWindow()
listenToKeys()
const root = document.getElementById('app')
if (root) render(<App />, root)
