// What a kind of exchange is: how its lines become commands, and how the programme is written in the same layout. Types only.
import type { Command } from '../../../shared/programme/command.ts'
import type { ImportChange, ImportError, ImportPreview } from '../../../shared/programme/exchange-schema.ts'
import type { ProgrammeState } from '../../../shared/programme/state.ts'
import type { Units } from '../../../shared/programme/units.ts'

export type ExchangeView = {
  readonly state: ProgrammeState
  readonly units: Units
  /** The province's day. */
  readonly today: string
}

/** Where a refusal's `field` stands in the file. */
export type Place = { readonly sheet: string | null; readonly line: number | null; readonly column: string | null }

/** What one line wants; no command = it says what is so already, unless it has errors. */
export type Wish = {
  readonly commands: readonly Command[]
  readonly changes: readonly ImportChange[]
  readonly errors: readonly ImportError[]
  /** @param field of the command's data */
  readonly placeOf: (field: string | null) => Place
}

export type Reading = {
  /** Lines of the file that hold something: what its size is measured by. */
  readonly lineCount: number
  readonly errors: readonly ImportError[]
  /** In order; each is asked with the programme as the lines before it would leave it. */
  readonly lines: readonly ((view: ExchangeView) => Wish)[]
  readonly comparisons: ImportPreview['comparisons']
}
