// The tree that a screen reader gets: every control has a name and a role, headings and landmarks lead through the page.
import assert from 'node:assert/strict'

const controls = new Set(['button', 'link', 'textbox', 'checkbox', 'radio', 'combobox', 'listbox', 'DisclosureTriangle', 'slider', 'spinbutton', 'switch', 'tab', 'menuitem'])

async function treeOf(page) {
  const line = await page.context().newCDPSession(page)
  const { nodes } = await line.send('Accessibility.getFullAXTree')
  await line.detach()
  return nodes
    .filter(({ ignored }) => !ignored)
    .map((node) => ({
      role: node.role?.value,
      name: (node.name?.value ?? '').trim(),
      ...Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value])),
    }))
}

/** Fails with all that a screen reader could not say, or would say wrongly, about this page. */
export async function nothingUnsaid(page, where) {
  const tree = await treeOf(page)
  const problems = []
  for (const { role, name, focusable } of tree) {
    if (controls.has(role) && name === '') problems.push(`a ${role} without a name`)
    if (focusable && role === 'generic') problems.push(`something to focus without a role: "${name}"`)
    if (role === 'image' && name === '') problems.push('a picture without a name')
    if (role === 'dialog' && name === '') problems.push('a dialog without a name')
  }
  // What lies under an open dialog is not there for a screen reader.
  const asks = tree.some(({ role, modal }) => role === 'dialog' && modal)
  const headings = tree.filter(({ role }) => role === 'heading')
  if (!asks) {
    const first = headings.filter(({ level }) => level === 1)
    if (first.length !== 1) problems.push(`${first.length} headings of the first level: ${first.map(({ name }) => name).join(', ')}`)
    const mains = tree.filter(({ role }) => role === 'main').length
    if (mains !== 1) problems.push(`${mains} main parts`)
    let level = 1
    for (const heading of headings) {
      if (heading.level > level + 1) problems.push(`"${heading.name}" is a heading ${heading.level} after a heading ${level}`)
      level = heading.level
    }
    for (const role of ['status', 'alert']) if (!tree.some((node) => node.role === role)) problems.push(`no place for a ${role}`)
  }
  for (const { name } of headings) if (name === '') problems.push('an empty heading')
  assert.ok(problems.length === 0, `${where}: ${problems.join('; ')}`)
}
