// What the build is made of, part by part: which scripts there are, what each asks for, and from which sources and packages it was put
// together. Knows the bundler's shape of it and nothing of the pages.

export type Chunk = {
  /** Below the build's folder. */
  readonly file: string
  readonly isEntry: boolean
  /** Files that come with it at once. */
  readonly imports: readonly string[]
  /** Files it may ask for later. */
  readonly asksFor: readonly string[]
  /** Sources of ours and names of packages. */
  readonly madeOf: readonly string[]
}

/** The part of the bundler's output that is read here. */
export type Built =
  | {
      readonly type: 'chunk'
      readonly fileName: string
      readonly isEntry: boolean
      readonly imports: readonly string[]
      readonly dynamicImports: readonly string[]
      readonly moduleIds: readonly string[]
    }
  | { readonly type: 'asset'; readonly fileName: string }

/** @param root of the project, with a slash at its end */
export function chunksOf(bundle: Readonly<Record<string, Built>>, root: string): readonly Chunk[] {
  return Object.values(bundle)
    .filter(({ fileName }) => fileName.endsWith('.js'))
    .map(built =>
      // A worker is built by itself and arrives as a file.
      built.type === 'asset'
        ? { file: built.fileName, isEntry: false, imports: [], asksFor: [], madeOf: [] }
        : {
            file: built.fileName,
            isEntry: built.isEntry,
            imports: built.imports,
            asksFor: built.dynamicImports,
            madeOf: [...new Set(built.moduleIds.map(id => nameOf(id, root)))].sort(),
          },
    )
    .sort((a, b) => (a.file < b.file ? -1 : 1))
}

function nameOf(id: string, root: string): string {
  const [path = ''] = id.replaceAll('\0', '').split('?')
  const inPackages = path.lastIndexOf('/node_modules/')
  if (inPackages < 0) return path.startsWith(root) ? path.slice(root.length) : path
  const [scope = '', name = ''] = path.slice(inPackages + '/node_modules/'.length).split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}
