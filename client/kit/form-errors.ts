// What is wrong with a form, by the name of the field; the empty name stands for the form as a whole. Pure.
export type FieldErrors = Readonly<Record<string, string>>
export type FieldError = { readonly name: string; readonly text: string }

/** The first of each field, in the page's language; null = the form as a whole. */
export const errorsByField = (
  refusals: readonly { readonly field: string | null; readonly vi: string; readonly en: string }[],
  language: 'vi' | 'en',
): FieldErrors => Object.fromEntries(refusals.map(refusal => [refusal.field ?? '', refusal[language]]).reverse())

/** Errors that say something, in the order of the fields; those without a field on the page come first. */
export function listErrors(errors: FieldErrors, fieldsInOrder: readonly string[]): readonly FieldError[] {
  const place = (name: string) => fieldsInOrder.indexOf(name)
  return Object.entries(errors)
    .filter(([, text]) => text !== '')
    .map(([name, text]) => ({ name, text }))
    .sort((a, b) => place(a.name) - place(b.name))
}
