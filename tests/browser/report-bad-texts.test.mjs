// Word files of a session and of a dossier in which every text is one of tests/report/bad-texts.json: as the desk makes them, read again
// by another program. All of it is there, it is well-formed, and nothing in it acts or leads elsewhere.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { after, before, test } from 'node:test'
import { Room } from '../network/room.mjs'
import { badDossier } from '../report/bad-dossier.mjs'
import { text as badText, texts } from '../report/bad-texts.mjs'
import { Devices, setBox, sizes } from './support/browser.mjs'
import { Organiser } from './support/organiser.mjs'
import { startServer } from './support/server.mjs'
import { readInWriter } from './support/writer.mjs'

let server, devices, desk, organiser
before(async () => {
  server = await startServer()
  devices = await Devices.launch()
  organiser = await Organiser.setUp(server)
  desk = (await devices.large('desk', sizes.laptop)).page
  await organiser.logIn(desk)
})
after(async () => {
  await devices?.close()
  await server?.stop()
})

/** What python-docx and lxml read: they refuse what is no XML. Every part of the archive is parsed, and looked through for what acts. */
const read = `
import json, re, sys, zipfile, docx
from docx.oxml.ns import qn
from lxml import etree
file = docx.Document(sys.argv[1])
archive = zipfile.ZipFile(sys.argv[1])
acts = [] if archive.testzip() is None else ['damaged']
names = archive.namelist()
for name in names:
    data = archive.read(name)
    if not name.endswith(('.xml', '.rels')):
        continue
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    if root.getroottree().docinfo.doctype:
        acts.append(name + ' has a doctype')
    for part in root.iter():
        if part.get('TargetMode') == 'External':
            acts.append(name + ' leads to ' + part.get('Target'))
        if part.tag in (qn('w:fldSimple'), qn('w:instrText'), qn('w:object'), qn('w:altChunk')):
            said = part.get(qn('w:instr')) or part.text or ''
            if not re.fullmatch(r'\\s*(PAGE|NUMPAGES|TOC.*|PAGEREF.*)\\s*', said):
                acts.append(name + ' has ' + part.tag + ' ' + said)
acts += [name for name in names if re.search('vba|embeddings|activeX', name)]
parts = set(re.findall('PartName="/([^"]+)"', archive.read('[Content_Types].xml').decode()))
acts += ['announced and not there: ' + part for part in parts - set(names)]
print(json.dumps({
    'text': ''.join(t.text or '' for t in file.element.body.iter(qn('w:t'))),
    'acts': acts,
}))`

/** Saves the Word file at the page of `what`, and reads it and the page that it was made of. */
async function saved(what) {
  await desk.goto(`${server.origin}/desk#/${what}`)
  const panel = desk.getByRole('region', { name: 'Verslag' })
  await setBox(panel.getByRole('radio', { name: 'Archief' }))
  const address = await panel.getByRole('link', { name: 'Bekijk het verslag' }).getAttribute('href')
  const download = desk.waitForEvent('download')
  await panel.getByRole('button', { name: 'Bewaar als Word-bestand' }).click()
  const file = await (await download).path()
  const found = JSON.parse(execFileSync('/usr/bin/python3', ['-c', read, file], { encoding: 'utf8', maxBuffer: 64e6 }))
  found.inWriter = readInWriter(file)
  const page = await desk.evaluate(async (from) => {
    const page = new DOMParser().parseFromString(await (await fetch(from)).text(), 'text/html')
    for (const one of page.querySelectorAll('nav, style, title, svg')) one.remove()
    return { text: page.body.textContent }
  }, address)
  return { found, page }
}

const bare = (words) => words.replace(/\s/g, '')
/** What is no character is written as the sign for that. */
const kept = (words) => bare(words.replace(/[\ufffe\uffff]/g, '\ufffd'))

/** Long texts: what differs is told, with a little of what is around it. */
function same(one, other, what) {
  const letters = [...other]
  const differs = [...one].findIndex((letter, i) => letter !== letters[i])
  assert.ok(one === other, `${what}: ${JSON.stringify([one, other].map((text) => [...text].slice(Math.max(differs - 40, 0), differs + 40).join('')))}`)
}

function checkWhole({ found, page }, wanted) {
  assert.deepEqual(found.acts, [])
  // Writing programs are told by a mark where a line of ours goes on after Arabic or Hebrew.
  // Each says when it was made.
  const untimed = (words) => words.replace(/(202\d,?\s?)\d\d:\d\d/, '$1')
  const [said, written] = [bare(untimed(found.text.replaceAll('\u200e', ''))), bare(untimed(page.text))]
  same(said, written, 'the Word file says something else than the page')
  for (const one of wanted) assert.ok(bare(found.text).includes(kept(one)), `it lacks ${JSON.stringify(one)}`)
  // LibreOffice reads the same, from the first word to the last.
  same(bare(untimed(found.inWriter.text.replaceAll('\u200e', ''))), said, 'LibreOffice reads something else')
}

test('a Word file of a session has every bad text as idea, explanation, name and note, and nothing that acts', { timeout: 300_000 }, async () => {
  const room = await Room.open({ server, organiser })
  const people = 20
  for (let i = 0; i < people; ++i) await room.fill(1, () => ({ name: badText(i, 40) }))
  for (const [i, text] of texts.entries()) {
    const answer = await room.phones[i % people].ask('submit_idea', { text, explanation: texts.at(-1 - i) })
    assert.ok(answer.ok, JSON.stringify(answer))
  }
  room.leave()
  const { found, page } = await saved(`sessions/${room.session}`)
  const names = Array.from({ length: people }, (_, i) => badText(i, 40))
  checkWhole({ found, page }, [...texts.map((text) => text.trim()), ...names])
})

test('a Word file of a dossier has every bad text in every field, and nothing that acts', { timeout: 300_000 }, async () => {
  const { id, fields } = await badDossier(organiser)
  const { found, page } = await saved(`trajectories/${id}`)
  checkWhole({ found, page }, fields.flatMap(([, , said]) => said))
})
