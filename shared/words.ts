// A text in both languages of the product, as data carries it.
export type Words = { readonly vi: string; readonly en: string }
