import { render } from 'preact'
import '../ui/base.css'
import '../ui/fonts.css'
import './frame.css'
import { App } from './app.tsx'

const root = document.getElementById('app')
if (root) render(<App />, root)
