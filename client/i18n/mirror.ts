// What a vocabulary in one language says about the other.

/** The same keys with other words. */
export type Mirror<T> = { readonly [K in keyof T]: T[K] extends string ? string : Mirror<T[K]> }
