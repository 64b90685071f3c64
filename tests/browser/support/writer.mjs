// A Word file as LibreOffice reads it: another program than the one that wrote it, and than the library that the other tests read it by.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

const read = `
import json, sys, xml.etree.ElementTree as tree
office, draw, table = ('{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}' % one for one in ('office', 'drawing', 'table'))
body = tree.parse(sys.argv[1]).getroot().find(office + 'body').find(office + 'text')
for part in body.iter():
    for child in [one for one in part if one.tag in (office + 'binary-data', office + 'forms') or one.tag.endswith('}sequence-decls') or one.tag.endswith('}title') or one.tag.endswith('}desc')]:
        part.remove(child)
print(json.dumps({'text': ''.join(body.itertext()), 'pictures': len(body.findall('.//' + draw + 'image')), 'tables': len(body.findall('.//' + table + 'table'))}))`

/** Its text in order, without blanks, and how many pictures and tables it has. Throws when LibreOffice does not open it. */
export function readInWriter(file) {
  const folder = mkdtempSync(join(tmpdir(), 'kiemkring-writer-'))
  try {
    // "docx" says what it is: the name that a browser saves under may have no ending.
    const asked = ['--headless', '--infilter=MS Word 2007 XML', '--convert-to', 'fodt', '--outdir', folder, file]
    execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, ...asked], { stdio: 'ignore', timeout: 120_000 })
    const made = join(folder, `${basename(file).replace(/\.[^.]*$/, '')}.fodt`)
    const found = JSON.parse(execFileSync('/usr/bin/python3', ['-c', read, made], { encoding: 'utf8', maxBuffer: 64e6 }))
    return { ...found, text: found.text.replace(/\s/g, '') }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
