// Writes a TypeScript file to shared/generated for every proto/*.schema.json, so that client and server
// cannot come to mean different things by one message.
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileFromFile } from 'json-schema-to-typescript'

const proto = fileURLToPath(new URL('../../proto', import.meta.url))
const generated = fileURLToPath(new URL('../shared/generated', import.meta.url))

const files = await readdir(proto).catch(() => [])
const schemas = files.filter((name) => name.endsWith('.schema.json')).sort()
await mkdir(generated, { recursive: true })

const sources = new Map()
const homes = new Map() // name of a type -> the file that declares it
for (const schema of schemas) {
  const file = schema.replace('.schema.json', '.ts')
  const source = await compileFromFile(join(proto, schema), {
    cwd: proto,
    additionalProperties: false,
    bannerComment: '',
    style: { semi: false, singleQuote: true },
  })
  sources.set(file, source)
  for (const [, name] of source.matchAll(/^export (?:type|interface) (\w+)/gm)) {
    if (!homes.has(name)) homes.set(name, file)
  }
}

for (const [file, source] of sources) {
  // A reference to another schema comes out as a bare name: say where it lives.
  const code = source.replace(/\/\*[\s\S]*?\*\/|'[^']*'/g, '')
  const imports = [...homes]
    .filter(([name, home]) => home !== file && new RegExp(`\\b${name}\\b`).test(code))
    .filter(([name]) => !new RegExp(`^export (?:type|interface) ${name}\\b`, 'm').test(source))
    .map(([name, home]) => `import type { ${name} } from './${home}'`)
  const origin = file.replace('.ts', '.schema.json')
  const head = `// Made from proto/${origin} by \`npm run types\`. Do not edit.`
  await writeFile(join(generated, file), [head, ...imports, '', source].join('\n'))
}
console.log(`types: ${schemas.length} schemas from proto`)
