import { test } from 'vitest'
import { checkOverview, overviews } from './overview-cases.ts'

test.each(overviews)('%i messages: shows %i', (...one) => checkOverview(one))
