// What a vocabulary in one language says about the other.

/** The same keys with other words. */
export type Mirror<T> = { readonly [K in keyof T]: T[K] extends string ? string : Mirror<T[K]> }

/** The same in English, which has a form of its own for one thing where Vietnamese has one form for any number. */
export type English<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : English<T[K]>
} & {
  readonly [K in keyof T as K extends `${infer Name}_other` ? `${Name}_one` : never]: string
}
