import qrcode from 'qrcode-generator'

/** The smallest QR code for a text, with the correction (level M, 15 %) that a beamer asks for. */
export function encodeQr(text: string): boolean[][] {
  const code = qrcode(0, 'M')
  code.addData(text)
  code.make()
  const side = code.getModuleCount()
  return Array.from({ length: side }, (_row, y) =>
    Array.from({ length: side }, (_module, x) => code.isDark(y, x)),
  )
}
