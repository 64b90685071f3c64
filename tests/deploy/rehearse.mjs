// `kiemkring rehearse` beside a server: simulated people go through the rounds of a copy of a session, forty times as fast as people.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { until } from '../network/figures.mjs'
import { Phone } from '../network/phone.mjs'
import { root, start } from './processes.mjs'

const people = 20

/** Returns what the simulated people did. */
export async function rehearse({ server, organiser, data, session }) {
  const before = await organiser.export(session)
  const program = start(join(root, 'build/release/kiemkring'), ['rehearse', '--people', String(people), '--pace', '40', '--data', data])
  await program.until(() => assert.match(program.printed(), /Big screen: /))
  const [link] = /http\S+\/console#p=\S+/.exec(program.printed())
  const tablet = new Phone(server, { name: 'tablet' })
  await tablet.pair(link)
  const records = (type) => tablet.replicas.audience.all(type)
  const one = (type) => tablet.replicas.audience.one(type)
  const does = async (op, args = {}) => {
    const answer = await tablet.ask(op, args)
    assert.ok(answer.ok, `${op} is answered ${JSON.stringify(answer)}`)
    return answer.id
  }
  const begins = (kind) => does('start_round', { round: one('agenda').rounds.find((round) => round.kind === kind).id, in_ms: 0 })
  const see = async (what, ready) => assert.ok(await until(ready, 15_000), `${what}:\n${program.printed().slice(-2_000)}`)

  assert.equal(one('session').rehearsal, true)
  await see('they come in', () => records('person').length === people)
  assert.equal(new Set(records('person').map(({ name }) => name)).size, people)

  await begins('ideas')
  await see('they write', () => records('idea').length >= people)
  await begins('group')
  const ideas = records('idea').filter(({ group, status }) => group === 0 && status === 'live')
  for (let i = 0; i < 8; ++i)
    await does('create_group', { name: `Groep ${i}`, ideas: ideas.slice(2 * i, 2 * i + 2).map(({ id }) => ({ idea: id, from: 0 })) })
  await does('allow_grouping', { allowed: true })
  const inGroups = () => records('idea').filter(({ group }) => group !== 0).length
  await see('they help to group', () => inGroups() > 18)

  const adds = async (kind) =>
    does('start_round', { round: await does('add_round', { kind, title: '', text: '', say: '', minutes: 5 }), in_ms: 0 })
  await adds('table_choice')
  await see('tables choose', () => records('table').filter(({ chosen }) => chosen.length > 0).length >= 3)
  await adds('sharpen')
  await see('they sharpen', () => records('proposal').filter(({ what, where }) => what && where).length >= 3)

  await begins('vote')
  const given = () => people * one('vote').votes_per_person - one('vote').waiting.reduce((sum, { left }) => sum + left, 0)
  await see('they vote', () => one('vote').voted >= 0.8 * people && given() > 2.5 * people)
  const votes = given()
  await does('close_vote', { in_ms: 0, anyway: true })
  await see('the vote is closed', () => one('tally'))
  const most = Math.max(...one('tally').counts.map((count) => count.votes))
  assert.ok(most > (1.5 * votes) / one('vote').candidates.length, 'they do not vote by the toss of a coin')
  if (one('tie') && !one('tie').decided) await does('widen_top')
  await begins('top5')
  for (let closed = one('top').size - one('top').revealed; closed > 0; --closed) await does('reveal_next', { seen: one('top').revealed })
  await adds('concerns')
  await see('they say what they think', () => one('moods').ideas.every(({ fine, worried }) => fine + worried > people / 3))
  await begins('commit')
  await see('they commit', () => records('commitment').length >= people / 2)

  await begins('close')
  await see('they give stars', () => one('stars')?.counts.reduce((sum, count) => sum + count) > people / 4)

  assert.equal(await organiser.export(session), before, 'the session itself hears nothing of it')
  await program.stop('SIGINT')
  const printed = program.printed()
  assert.match(printed, /The rehearsal is erased/)
  for (const deed of ['comes in', 'submit_idea: ', 'cast_vote', 'move_ideas', 'commit', 'reloads the page', 'puts the phone away'])
    assert.ok(printed.includes(deed), `somebody ${deed}`)
  const { sessions } = JSON.parse(await organiser.ask('GET', '/api/sessions'))
  assert.deepEqual(sessions.map(({ id }) => id), [session])
  assert.deepEqual(tablet.troubles, ['closed with 4010'])
  tablet.close()
  return printed.split('\n').length
}
