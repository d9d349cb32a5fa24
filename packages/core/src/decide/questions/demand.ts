import { parseAcceptLanguage } from '../../language/accept-language.ts'
import { cldrRegions } from '../../language/cldr-locales.generated.ts'
import { headerTag, isHeaderTag } from '../../language/header-grammar.ts'
import { expectedScript, primary } from '../../language/tag.ts'
export const unused = [
  parseAcceptLanguage,
  headerTag,
  isHeaderTag,
  expectedScript,
  primary,
  cldrRegions,
]
