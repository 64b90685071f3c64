import { render } from 'preact'
import '../ui/base.css'
import './phone.css'
import { followKeyboard } from '../ui/fit-keyboard.ts'
import { App } from './app.tsx'
import { applyPreferences } from './preferences.ts'

applyPreferences()
followKeyboard()
const root = document.getElementById('app')
if (root) render(<App />, root)
