/** What a camera reads as a Wi-Fi network; the signs that have a meaning in it are written with a backslash. */
export function wifiQr({ name, password }: { readonly name: string; readonly password: string }): string {
  const kind = password ? 'WPA' : 'nopass'
  const secret = password ? `P:${escaped(password)};` : ''
  return `WIFI:T:${kind};S:${escaped(name)};${secret};`
}

const escaped = (text: string) => text.replace(/[\\;,:"]/g, (sign) => `\\${sign}`)
