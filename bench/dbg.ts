import { prove } from '/tmp/proof/packages/core/src/decide/prove.ts'
import { auth0Sms } from '/tmp/proof/packages/core/src/profile/auth0-sms.ts'
import { parse } from '/tmp/proof/packages/core/src/syntax/parse.ts'
import { namedCases } from '/tmp/proof/packages/core/test/decide/named-cases.ts'
const one = namedCases.at(-1)!
const a = prove({ template: parse(one.source), profile: auth0Sms, variables: {}, ...one.question })!
console.log(a.properties.map((p) => [p.name, p.status, p.reason, p.witness?.value]))
