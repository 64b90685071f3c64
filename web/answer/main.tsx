import { render } from 'preact'
import '../ui/base.css'
import '../ui/fonts.css'
import './answer.css'
import { AnswerPage } from './answer-page.tsx'

const root = document.getElementById('app')
const [trajectory = '', secret = ''] = location.hash.slice(1).split('/')
if (root) render(<AnswerPage trajectory={trajectory} secret={secret} />, root)
addEventListener('hashchange', () => location.reload())
