import { test } from 'vitest'
import { checkLetters } from './alphabet-oracle.ts'

test('letters change their case as they do in JavaScript', checkLetters)
