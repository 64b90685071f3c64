/** The eight colors of groups; each comes with an icon, and a group has a letter too. */
export const groupColors = ['moss', 'clay', 'sky', 'heath', 'sand', 'water', 'berry', 'bark'] as const

export type GroupColor = (typeof groupColors)[number]

/** The color of the group at this place in a list, starting again after eight. */
export function colorOf(index: number): GroupColor {
  const length = groupColors.length
  return groupColors[((index % length) + length) % length] ?? 'moss'
}

/** Sets `--tint` and `--strong` for what is drawn inside. */
export function colorStyle(color: GroupColor): Record<string, string> {
  return { '--tint': `var(--${color}-tint)`, '--strong': `var(--${color}-strong)` }
}
