import { inflateRawSync } from 'node:zlib'

const endMark = 0x06054b50
const entryMark = 0x02014b50

/** The files of a ZIP archive (PKWARE's APPNOTE 6.3) by name, read from its directory at the end. */
export function readZip(bytes) {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || bytes.readUInt32LE(end) !== endMark) throw new Error('not a ZIP archive')
  const files = new Map()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; --left) {
    if (bytes.readUInt32LE(at) !== entryMark) throw new Error('a broken directory')
    const [packed, nameLength, extraLength, commentLength] = [bytes.readUInt32LE(at + 20), ...[28, 30, 32].map((part) => bytes.readUInt16LE(at + part))]
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
    const local = bytes.readUInt32LE(at + 42)
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const content = bytes.subarray(from, from + packed)
    files.set(name, bytes.readUInt16LE(at + 10) === 0 ? Buffer.from(content) : inflateRawSync(content))
    at += 46 + nameLength + extraLength + commentLength
  }
  return files
}
