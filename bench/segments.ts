import { SegmentedMessage } from 'sms-segments-calculator'
import { segmentsIfClustersKept } from '../packages/core/src/sms/clusters.ts'
import { segment } from '../packages/core/src/sms/segment.ts'
import { measure, nodeStart } from './measure.ts'

const target = 100

const short = [
  'Your Acme code is 123456. Do not share it.',
  'Votre code Acme est 123456. Ne le partagez pas.',
  'Tu código de Acme es 123456. No lo compartas con nadie.',
  'Ваш код Acme: 123456. Никому не сообщайте его.',
  'رمز Acme الخاص بك هو 123456. لا تشاركه مع أحد.',
  'Acme の確認コードは 123456 です。誰にも教えないでください。',
  'Acme 🔑 123456 {expires in 5 minutes} [€0.00]',
  'Dein Acme-Code lautet 123456. Er gilt 10 Minuten. Gib ihn an niemanden weiter.\n\n@example.com #123456',
]
const long = short[0]!.padEnd(1600, ' Your Acme code is 123456.')

const sets: readonly (readonly [string, readonly string[]])[] = [
  ['short messages', short],
  ['short messages and one of 1,600 characters', [...short, long]],
]

let missed = false
for (const [title, texts] of sets) {
  const [ours, clusters, theirs] = measure({
    segment: () => texts.map((text) => segment(text).segments),
    'segment + segmentsIfClustersKept': () =>
      texts.map((text) => segmentsIfClustersKept(text) ?? segment(text).segments),
    'sms-segments-calculator': () => texts.map((text) => new SegmentedMessage(text).segmentsCount),
  })
  console.log(`${title} (${texts.length}), CPU per message:`)
  for (const { name, cpu } of [ours!, clusters!, theirs!]) {
    const microseconds = ((1000 * cpu) / texts.length).toFixed(2).padStart(9)
    console.log(`  ${name.padEnd(34)}${microseconds} µs  1/${(theirs!.cpu / cpu).toFixed(0)}`)
  }
  missed ||= theirs!.cpu / ours!.cpu < target
}
console.log(`node -e 0: ${nodeStart().toFixed(0)} ms CPU`)
console.log(missed ? `below the target of ${target} times` : `target of ${target} times reached`)
process.exitCode = missed ? 1 : 0
