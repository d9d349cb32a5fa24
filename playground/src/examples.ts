import sample from '../../fixtures/auth0-sample.liquid?raw'
import repaired from '../../fixtures/auth0-sample-repaired.liquid?raw'
import rightToLeft from '../../fixtures/ok/right-to-left.liquid?raw'
import twelve from '../../fixtures/ok/twelve-languages.liquid?raw'
import two from '../../fixtures/ok/two-languages.liquid?raw'

/** Templates to begin with, by the names that people read. */
export const examples: Readonly<Record<string, string>> = {
  "Auth0's sample": sample,
  'the sample, repaired': repaired,
  'two languages': two,
  'twelve languages': twelve,
  'Arabic and Hebrew': rightToLeft,
}
