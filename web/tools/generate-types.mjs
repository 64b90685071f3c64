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

for (const schema of schemas) {
  const source = await compileFromFile(join(proto, schema), {
    cwd: proto,
    additionalProperties: false,
    bannerComment: `// Made from proto/${schema} by \`npm run types\`. Do not edit.`,
    style: { semi: false, singleQuote: true },
  })
  await writeFile(join(generated, schema.replace('.schema.json', '.ts')), source)
}
console.log(`types: ${schemas.length} schemas from proto`)
