import type { OpenDossier } from '../dossier.ts'
import type { Dossier } from '../dossier-view.ts'
import { CallList } from './call-list.tsx'
import { Ideas } from './ideas.tsx'
import { SessionPlans } from './plans.tsx'
import { SessionGate } from './session-gate.tsx'
import { WhatCame } from './what-came.tsx'
import './session.css'

/** Step 2: from the invitation to what the session came to, and what has to be found out before the choice. */
export function SessionStep({ dossier, shown }: { dossier: OpenDossier; shown: Dossier }) {
  return (
    <div class="green-date session-step">
      <div class="green-date__main">
        <SessionPlans dossier={dossier} shown={shown} />
        <WhatCame shown={shown} purpose="ideas" />
        <Ideas dossier={dossier} shown={shown} />
      </div>
      <aside class="green-date__side">
        <CallList dossier={dossier} shown={shown} />
        <SessionGate dossier={dossier} shown={shown} />
      </aside>
    </div>
  )
}
