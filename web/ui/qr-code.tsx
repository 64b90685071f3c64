import { useEffect, useState } from 'preact/hooks'
import { t } from '../text/shared.ts'
import './qr-code.css'
import { modulesOf, type QrModules, qrPath } from './qr-path.ts'

export type QrCodeProps = { label?: string; class?: string } & ({ modules: QrModules } | { text: string })

/** A QR code, always black on white with its quiet zone, also where the page is dark. */
export function QrCode(props: QrCodeProps) {
  const text = 'text' in props ? props.text : undefined
  const encoded = useEncoded(text)
  const rows = 'modules' in props ? modulesOf(props.modules) : encoded

  const side = (rows?.length ?? 21) + 8
  return (
    <svg
      class={`ui-qr${props.class ? ` ${props.class}` : ''}`}
      viewBox={`-4 -4 ${side} ${side}`}
      shape-rendering="crispEdges"
      role="img"
      aria-label={props.label ?? t('qr.label')}
    >
      <rect class="ui-qr-light" x="-4" y="-4" width={side} height={side} />
      {rows && <path class="ui-qr-dark" d={qrPath(rows)} />}
    </svg>
  )
}

function useEncoded(text: string | undefined): boolean[][] | undefined {
  const [encoded, setEncoded] = useState<{ text: string; rows: boolean[][] }>()

  useEffect(() => {
    if (text === undefined) return
    let wanted = true
    // The encoder is needed by who shows a code, never by who scans it.
    import('./qr-encode.ts').then(
      ({ encodeQr }) => {
        if (wanted) setEncoded({ text, rows: encodeQr(text) })
      },
      // Without a connection the box stays empty; the address that it would hold stands beside it.
      () => {},
    )
    return () => {
      wanted = false
    }
  }, [text])

  return encoded && encoded.text === text ? encoded.rows : undefined
}
