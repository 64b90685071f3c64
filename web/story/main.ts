// The public page of a place is whole without this: it adds the slider, and lets neighbours join in.
import '../ui/base.css'
import '../ui/fonts.css'
import '../ui/button.css'
import '../ui/field.css'
import '../ui/before-after.css'
import './story.css'
import { joinForm } from './join-form.ts'
import { slides } from './slides.ts'

slides()
joinForm()
