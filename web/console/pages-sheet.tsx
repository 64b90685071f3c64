import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks'
import { call } from '../shared/http.ts'
import { patientUpload } from '../shared/patient-upload.ts'
import { usePicture } from '../shared/use-picture.ts'
import { language } from '../text/language.ts'
import { t } from '../text/console.ts'
import { announce } from '../ui/announcer.tsx'
import { Button } from '../ui/button.tsx'
import { ChooseFile } from '../ui/choose-file.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Icon } from '../ui/draw/icon.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { useConsole } from './console-session.ts'
import { SheetNotice } from './notice-bars.tsx'
import { type PageChange, PageChanges } from './page-changes.ts'
import { added, conceptsMax, moved, pageLines, pagesMax, type Wish, wishesOf, without } from './show-view.ts'
import { forgetSlideKeys, slideKey } from './slide-keys.ts'
import './show.css'

const bytesMax = 12 * 1024 * 1024
const pdfPagesMax = 20

type Concepts = readonly { id: string; name_nl: string; name_en: string }[]

/** What a show has after its words: put in order, taken away, and more of it. */
export function PagesSheet({ round, onClose }: { round: number; onClose: () => void }) {
  const { picture, send, link, notice } = useConsole()
  const changes = useMemo(() => new PageChanges(round, picture, send), [round, picture, send])
  const [concepts, setConcepts] = useState<Concepts>([])
  useEffect(() => {
    void call('GET /api/concepts', undefined, { bearer: link.token }).then((reply) => {
      if (reply.ok) setConcepts(reply.body.concepts)
    })
  }, [link.token])
  const wishes = wishesOf(picture.value, round)
  const inShow = picture.value.agenda?.rounds.find(({ id }) => id === round)?.pages ?? []
  // What is in the show keeps the words with which it came in.
  const nameOf = (id: string) => {
    const words = inShow.find(({ concept_id }) => concept_id === id)?.words
    if (words) return words.title
    const found = concepts.find((one) => one.id === id)
    return found ? (language.value === 'en' ? found.name_en : found.name_nl) : ''
  }
  const lines = pageLines(picture.value, wishes, nameOf)
  const change = async (what: PageChange) => {
    const outcome = await changes.make(what)
    if (!outcome.ok && outcome.refusal === 'changed_meanwhile') notice.value = t('refused.changed_meanwhile')
  }
  const add = (page: Wish) => void change(added(page))
  const full = wishes.length >= pagesMax
  return (
    <Dialog open title={t('show.pages')} onClose={onClose}>
      <p>{t('show.lead')}</p>
      <SheetNotice />
      {lines.length === 0 && <p class="plan-none">{t('show.none')}</p>}
      <ol class="show-pages">
        {lines.map(({ key, title, picture: id, unseen }, at) => (
          <li key={key}>
            <span class="show-thumb">
              {id === undefined ? <Icon name="star" size="1.5rem" /> : <Thumb id={id} />}
            </span>
            <span class="show-title">
              {title}
              {unseen && <small>{t('show.unseen')}</small>}
            </span>
            <IconButton
              icon="arrow"
              label={t('show.up', { title })}
              disabled={at === 0}
              onClick={() => void change(moved(wishes[at] as Wish, -1))}
            />
            <IconButton
              icon="arrow"
              label={t('show.down', { title })}
              disabled={at === lines.length - 1}
              onClick={() => void change(moved(wishes[at] as Wish, 1))}
            />
            <IconButton
              icon="trash"
              label={t('show.remove', { title })}
              onClick={() => void change(without(wishes[at] as Wish))}
            />
          </li>
        ))}
      </ol>
      {full ? (
        <p>{t('show.full', { n: pagesMax })}</p>
      ) : (
        <>
          <AddConcept concepts={concepts} nameOf={nameOf} wishes={wishes} add={add} />
          <AddPhoto wishes={wishes} add={add} />
          <AddSlides round={round} />
        </>
      )}
    </Dialog>
  )
}

function Thumb({ id }: { id: number }) {
  const { link } = useConsole()
  const address = usePicture(link.token, id, 'thumbnail')
  return address ? <img src={address} alt="" /> : <Icon name="photo" size="1.5rem" />
}

function AddConcept(props: {
  concepts: Concepts
  nameOf: (id: string) => string
  wishes: readonly Wish[]
  add: (page: Wish) => void
}) {
  const { concepts, nameOf, wishes, add } = props
  const id = useId()
  const [chosen, setChosen] = useState('')
  const there = new Set(wishes.map((wish) => wish.concept_id))
  const rest = concepts.filter((one) => !there.has(one.id))
  if (concepts.length === 0) return null
  if (wishes.filter(({ kind }) => kind === 'concept').length >= conceptsMax)
    return <p class="panel-hint">{t('show.concepts_full', { n: conceptsMax })}</p>
  const wanted = rest.some((one) => one.id === chosen) ? chosen : (rest[0]?.id ?? '')
  return (
    <div class="show-add">
      <div class="sheet-select">
        <label for={id}>{t('show.concept')}</label>
        <select id={id} value={wanted} onChange={(event) => setChosen(event.currentTarget.value)}>
          {rest.map((one) => (
            <option key={one.id} value={one.id}>
              {nameOf(one.id)}
            </option>
          ))}
        </select>
      </div>
      <Button icon="plus" onClick={() => add({ kind: 'concept', picture: 0, concept_id: wanted })}>
        {t('show.concept_add')}
      </Button>
    </div>
  )
}

/** Only photos that the room may see: a show lets nothing out by itself. */
function AddPhoto({ wishes, add }: { wishes: readonly Wish[]; add: (page: Wish) => void }) {
  const { picture } = useConsole()
  const there = new Set(wishes.filter(({ kind }) => kind === 'photo').map((wish) => wish.picture))
  const photos = picture.value.photos.filter(
    ({ id, released, status }) => released && status === 'here' && !there.has(id),
  )
  if (photos.length === 0) return null
  return (
    <fieldset class="show-photos">
      <legend>{t('show.photos')}</legend>
      {photos.map(({ id, description, idea }) => {
        const text = description || (picture.value.ideas.find((one) => one.id === idea)?.text ?? '')
        return (
          <button
            key={id}
            type="button"
            class="photo-tile"
            aria-label={t('show.photo_add', { text })}
            onClick={() => add({ kind: 'photo', picture: id, concept_id: '' })}
          >
            <Thumb id={id} />
          </button>
        )
      })}
    </fieldset>
  )
}

/** Pictures one by one; of a PDF every page. */
function AddSlides({ round }: { round: number }) {
  const { link } = useConsole()
  const [busy, setBusy] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const closed = useRef(false)
  useEffect(
    () => () => {
      closed.current = true
    },
    [],
  )
  const bring = async (file: File, page?: number) => {
    let waited = false
    const outcome = await patientUpload(
      file,
      { token: link.token, show: round, key: slideKey(file, round, page), ...(page ? { page } : {}) },
      () => {
        waited = true
        setBusy('')
        setProblem(t('show.disk'))
      },
      () => closed.current,
    )
    if (waited && outcome) setProblem(undefined)
    return outcome
  }
  const choose = async (files: readonly File[]) => {
    setProblem(undefined)
    let added = 0
    for (const file of files) {
      const isPdf = file.type === 'application/pdf'
      if (file.size > bytesMax) {
        setProblem(t('plan.too_large'))
        break
      }
      let lost = false
      for (let page = 1; page <= (isPdf ? pdfPagesMax : 1); page += 1) {
        setBusy(t('show.sending', { n: added + 1 }))
        const outcome = await bring(file, isPdf ? page : undefined)
        if (!outcome) return
        if (outcome.ok) {
          added += 1
          continue
        }
        if (outcome.status === 0) lost = true
        // The end of the PDF is no problem, unless there was not one page.
        if (outcome.error !== 'no_such_page' || page === 1) setProblem(problemText(outcome.error))
        break
      }
      if (!lost) forgetSlideKeys(file, round)
    }
    setBusy(undefined)
    if (added > 0) announce(t('show.added', { n: added }))
  }
  return (
    <div class="show-add">
      <ChooseFile
        label={t('show.slides')}
        accept="image/jpeg,image/png,image/webp,application/pdf"
        busy={busy !== undefined}
        multiple
        onChoose={(files) => void choose(files)}
      />
      <p class="panel-hint">{t('show.slides_hint', { n: pdfPagesMax })}</p>
      {busy && <p role="status">{busy}</p>}
      {problem && (
        <p class="plan-problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

function problemText(error: string): string {
  switch (error) {
    case 'too_large':
      return t('plan.too_large')
    case 'too_many_pixels':
      return t('plan.too_many_pixels')
    case 'unsupported_image':
      return t('plan.unsupported')
    case 'bad_image':
    case 'no_such_page':
      return t('plan.unreadable')
    case 'quota':
      return t('show.quota')
    case 'watching':
      return t('plan.watching')
    default:
      return t('plan.offline')
  }
}
