// Phones in a process of their own, so that they can be stopped, or have another clock, as a whole. The parent forks this with
// { server, names, secret } as its argument, and asks over IPC: every message is answered with what `tells` says.
import { Phone } from './phone.mjs'

const { server, names, secret } = JSON.parse(process.argv[2])
const phones = names.map((name) => new Phone(server, { name }))
await Promise.all(phones.map((phone) => phone.join(secret)))

/** As the page computes it (web/shared/session-link.ts): ends_at less the server's time counted on from its latest `now`. */
function timerEnd({ replicas, serverAheadMs }) {
  const timer = replicas.audience.one('round')?.timer
  return timer?.state === 'running' ? timer.ends_at - serverAheadMs : undefined
}
// performance.now() begins with the process; the steady clock of the machine is everybody's.
const steadyAhead = Number(process.hrtime.bigint()) / 1e6 - performance.now()

const tells = () => ({
  wallClock: Date.now(),
  phones: phones.map((phone) => ({
    name: phone.name,
    person: phone.person,
    localPort: phone.socket?.socket.localPort,
    isLive: phone.isLive,
    mode: phone.mode,
    version: phone.replicas.audience.version,
    digest: phone.replicas.audience.digest,
    me: phone.replicas.me.digest,
    round: phone.replicas.audience.one('round'),
    moving: phone.replicas.audience.one('agenda')?.moving,
    endsAtSteadyMs: timerEnd(phone) === undefined ? undefined : timerEnd(phone) + steadyAhead,
    troubles: phone.troubles,
    closes: phone.closes,
    resumes: phone.counts.resumes,
  })),
})
process.on('message', () => process.send(tells()))
process.on('disconnect', () => process.exit())
process.send('ready')
