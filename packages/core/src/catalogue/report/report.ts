import type { Catalogue } from '../catalogue.ts'
import type { Composed } from '../prove.ts'

/** A page for who looks after the texts. */
export type CatalogueReport = (path: string, catalogue: Catalogue, composed: Composed) => string
