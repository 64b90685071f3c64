import { render } from 'preact'
import '../ui/base.css'
import './phone.css'
import { speakAlso } from '../text/language.ts'
import { phoneLanguages } from '../text/phone-languages.ts'
import { followKeyboard } from '../ui/fit-keyboard.ts'
import { App } from './app.tsx'
import { applyPreferences } from './preferences.ts'

/** A page that waits longer for its language begins in Dutch or English. */
const patienceMs = 2_500

applyPreferences()
followKeyboard()
const root = document.getElementById('app')
const begin = () => root && render(<App />, root)
void Promise.race([
  speakAlso(phoneLanguages),
  new Promise((patienceEnds) => setTimeout(patienceEnds, patienceMs)),
]).then(begin)
