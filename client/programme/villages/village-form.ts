// The entry forms of a village's page; which one is open stands in the address.
import { navigate, withParameters } from '../../app/address.ts'

export const VILLAGE_FORMS = ['fact', 'milestone', 'dossier', 'recognition', 'link'] as const
export type VillageForm = (typeof VILLAGE_FORMS)[number]

/** `item` = the fact or the milestone it is about; undefined = a new one. */
export const openForm = (form: VillageForm, item?: string): void => navigate(withParameters({ form, item }))
export const closeForm = (): void => navigate(withParameters({ form: undefined, item: undefined }))
