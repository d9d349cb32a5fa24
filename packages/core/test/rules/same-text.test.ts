import { ruleCases } from './cases.ts'
import { sameTexts } from './same-text-cases.ts'

ruleCases('same-text', sameTexts)
