// Which words of the vocabularies a source may ask for: its plain texts, and its texts with places that are filled in when it runs. Reads
// the syntax and knows no vocabulary.
import { parseSync } from 'vite'

export type Asked = {
  readonly plain: ReadonlySet<string>
  /** With something filled in: `kpi.${name}.label`. */
  readonly filled: readonly RegExp[]
}

type Node = Readonly<Record<string, unknown>> & { readonly type: string }
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
const nodesIn = (value: unknown): readonly Node[] =>
  Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []

/** @param path tells TypeScript from TSX */
export function askedIn(path: string, source: string): Asked {
  const plain = new Set<string>()
  const filled: RegExp[] = []
  const visit = (node: Node): void => {
    if (node.type === 'Literal' && typeof node['value'] === 'string') plain.add(node['value'])
    if (node.type === 'TemplateLiteral') {
      const parts = nodesIn(node['quasis']).map(({ value }) => String((value as { cooked?: unknown }).cooked))
      if (parts.length === 1) plain.add(parts[0] ?? '')
      else if (isKeyLike(parts)) filled.push(new RegExp(`^${parts.map(escape).join('[^.]+(?:\\.[^.]+)*?')}$`))
    }
    const whole = wholePart(node)
    if (whole !== undefined) filled.push(new RegExp(`^${escape(whole)}\\.`))
    for (const part of Object.values(node)) nodesIn(part).forEach(visit)
  }
  visit(parseSync(path, source).program as unknown as Node)
  return { plain, filled }
}

/** A part of a vocabulary that is handed on whole: `vi.page`. */
function wholePart({ type, object, property }: Node): string | undefined {
  const isPart = type === 'MemberExpression' && isNode(object) && object['name'] === 'vi' && isNode(property)
  return isPart ? String(property['name']) : undefined
}

/** What is written in it leads to one part of a vocabulary: a name and a point. Without them it would fit anything. */
const isKeyLike = (parts: readonly string[]): boolean =>
  parts.every(part => /^[\w.:-]*$/.test(part)) && /^(?:\w+:)?[\w-]+\.|[\w-]\.$/.test(parts[0] ?? '')

const escape = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')
