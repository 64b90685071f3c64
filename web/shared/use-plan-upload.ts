import { useEffect, useRef, useState } from 'preact/hooks'
import { patientUpload } from './patient-upload.ts'
import { randomHex } from './random-hex.ts'

const bytesMax = 12 * 1024 * 1024

/** Why a plan did not come; the sentences are `plan.*` in `text/plan.ts`. */
export type PlanProblem =
  | 'plan.too_large'
  | 'plan.too_many_pixels'
  | 'plan.unsupported'
  | 'plan.no_such_page'
  | 'plan.unreadable'
  | 'plan.quota'
  | 'plan.full'
  | 'plan.watching'
  | 'plan.offline'

export interface PlanUpload {
  /** The PDF of which a page is to be chosen. */
  readonly pdf: File | undefined
  readonly page: string
  readonly setPage: (page: string) => void
  /** How much has arrived; undefined when nothing is on its way. */
  readonly percent: number | undefined
  readonly problem: PlanProblem | undefined
  readonly choose: (file: File | undefined) => void
  readonly takePage: () => void
}

/** A page on its way to the server: a site plan of the session that holds the token, of one of the organiser's own, or of a trajectory, or a letter. */
export function usePlanUpload(
  where:
    | { readonly token: string }
    | { readonly session: string }
    | { readonly trajectory: string; readonly as: 'site_plan' | 'letter'; readonly entry?: number },
  arrived: () => void,
): PlanUpload {
  const [pdf, setPdf] = useState<File>()
  const [page, setPage] = useState('1')
  const [percent, setPercent] = useState<number>()
  const [problem, setProblem] = useState<PlanProblem>()
  /** Counts what was chosen: only the last is wanted, and only while this is on the screen. */
  const chosen = useRef(0)
  useEffect(
    () => () => {
      chosen.current += 1
    },
    [],
  )

  const bring = async (file: File, number?: number) => {
    chosen.current += 1
    const mine = chosen.current
    let waiting = false
    setProblem(undefined)
    setPercent(0)
    const outcome = await patientUpload(
      file,
      {
        ...where,
        key: randomHex(16),
        ...(number ? { page: number } : {}),
        onProgress: (now) => {
          if (!waiting) setPercent(Math.round(now * 100))
        },
      },
      () => {
        waiting = true
        setPercent(undefined)
        setProblem('plan.full')
      },
      () => mine !== chosen.current,
    )
    if (!outcome || mine !== chosen.current) return
    setPercent(undefined)
    setProblem(outcome.ok ? undefined : problemOf(outcome.error))
    if (!outcome.ok) return
    setPdf(undefined)
    arrived()
  }
  return {
    pdf: percent === undefined ? pdf : undefined,
    page,
    setPage,
    percent,
    problem,
    choose(file) {
      if (!file) return
      chosen.current += 1
      setPdf(undefined)
      setPage('1')
      if (file.size > bytesMax) return setProblem('plan.too_large')
      setProblem(undefined)
      if (file.type === 'application/pdf') setPdf(file)
      else void bring(file)
    },
    takePage() {
      const number = Number(page)
      if (!pdf || !Number.isInteger(number) || number < 1) return setProblem('plan.no_such_page')
      void bring(pdf, number)
    },
  }
}

function problemOf(error: string): PlanProblem {
  switch (error) {
    case 'too_large':
    case 'too_many_pixels':
    case 'no_such_page':
    case 'quota':
    case 'watching':
      return `plan.${error}`
    case 'unsupported_image':
      return 'plan.unsupported'
    case 'bad_image':
      return 'plan.unreadable'
    default:
      return 'plan.offline'
  }
}
