// Words that a component says by itself instead of asking the vocabulary: in the text of its elements and in attributes that are shown or
// read out; Vietnamese in any string, for that is for people wherever it goes. Reads the syntax and knows no component.
import { parseSync } from 'vite'

const SPOKEN = new Set([
  'alt',
  'aria-description',
  'aria-label',
  'aria-roledescription',
  'aria-valuetext',
  'label',
  'placeholder',
  'title',
])
const WORD = /^(?!\/[\w/-]*$).*\p{L}{2,}/su
const VIETNAMESE = /[À-ÖØ-öø-ƀƠơƯưẠ-ỹ]/u
const ENTITY = /&#?\w+;/g

type Node = Readonly<Record<string, unknown>> & { readonly type: string }
const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
const nodesIn = (value: unknown): readonly Node[] =>
  Array.isArray(value) ? value.filter(isNode) : isNode(value) ? [value] : []

/** @param source of a .tsx file */
export function literalWords(source: string): readonly string[] {
  const found = new Set<string>()
  const visit = (node: Node): void => {
    for (const words of [...shownBy(node), ...textsOf(node).filter(text => VIETNAMESE.test(text))])
      found.add(words.trim())
    for (const part of Object.values(node)) nodesIn(part).forEach(visit)
  }
  visit(parseSync('component.tsx', source).program as unknown as Node)
  return [...found]
}

/** What an element says or an attribute has read out, where that is written in place. */
function shownBy(node: Node): readonly string[] {
  const said =
    node.type === 'JSXAttribute' && isNode(node['name']) && SPOKEN.has(String(node['name']['name']))
      ? saidBy(node['value'])
      : (node.type === 'JSXElement' && !isKey(node)) || node.type === 'JSXFragment'
        ? nodesIn(node['children']).flatMap(saidBy)
        : []
  return said.filter(text => WORD.test(text))
}

/** A key is called what stands on it. */
function isKey({ openingElement }: Node): boolean {
  const name = isNode(openingElement) ? openingElement['name'] : undefined
  return isNode(name) && name['name'] === 'kbd'
}

/** Through braces, choices and conditions; what is handed to a function is no text yet. */
function saidBy(value: unknown): readonly string[] {
  if (!isNode(value)) return []
  if (value.type === 'JSXExpressionContainer') return saidBy(value['expression'])
  if (value.type === 'ConditionalExpression') return [...saidBy(value['consequent']), ...saidBy(value['alternate'])]
  if (value.type === 'LogicalExpression' || (value.type === 'BinaryExpression' && value['operator'] === '+'))
    return [...saidBy(value['left']), ...saidBy(value['right'])]
  return textsOf(value)
}

function textsOf(node: Node): readonly string[] {
  if (node.type === 'JSXText' || (node.type === 'Literal' && typeof node['value'] === 'string'))
    return [String(node['value']).replaceAll(ENTITY, ' ')]
  if (node.type !== 'TemplateLiteral') return []
  return nodesIn(node['quasis']).map(({ value }) => String((value as { cooked?: unknown }).cooked))
}
