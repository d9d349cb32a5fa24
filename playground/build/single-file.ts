import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import type { Plugin } from 'vite'
import { policyTag } from './content-security-policy.ts'

/** Puts scripts, styles and fonts into the page, so that it works wherever the file lies, from `file://` too. */
export const singleFile = (): Plugin => ({
  name: 'single-file',
  apply: 'build',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const isPart = ({ fileName }: { readonly fileName: string }): boolean =>
        !/licenses/.test(fileName)
      const files = Object.values(bundle).filter(isPart)
      const page = files.find(({ fileName }) => fileName.endsWith('.html'))
      const script = files.find((file) => file.type === 'chunk' && file.isEntry)
      if (page?.type !== 'asset' || script?.type !== 'chunk')
        throw new Error('a single file needs a page and one script')
      const styles = files.filter(({ fileName }) => fileName.endsWith('.css'))
      const style = styles
        .map((file) => (file.type === 'asset' ? String(file.source) : ''))
        .join('')
      const others = files.filter(
        (file) => file.type === 'asset' && !/\.(?:css|html)$/.test(file.fileName),
      )
      const inlined = others.reduce((text, file) => withData(text, file as never), style)
      const packed = deflateRawSync(script.code, { level: 9 }).toString('base64')
      const hash = createHash('sha256').update(starter).digest('base64')
      const html = String(page.source)
        .replace(/<script[^>]*src=[^>]*><\/script>/g, '')
        .replace(/<link[^>]*rel="(?:stylesheet|modulepreload)"[^>]*>/g, '')
        .replace('<head>', () => `<head>${policyTag(`'sha256-${hash}' blob:`)}`)
        .replace('</head>', () => `<style>${inlined}</style></head>`)
        .replace(
          '</body>',
          () =>
            `<script type="text/plain" id="packed">${packed}</script><script type="module">${starter}</script></body>`,
        )
      for (const { fileName } of files) delete bundle[fileName]
      this.emitFile({ type: 'asset', fileName: 'codeword.html', source: html })
    },
  },
})

/** Unfolds the script, which is a quarter as long that way, and runs it. */
const starter = `
const packed = Uint8Array.from(atob(document.getElementById('packed').textContent), (c) => c.charCodeAt(0))
const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
const code = await new Response(stream).text()
const address = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
await import(address)
`

/** A style sheet with the bytes of a file where it names it. */
function withData(
  style: string,
  { fileName, source }: { fileName: string; source: string | Uint8Array },
): string {
  const name = fileName
    .split('/')
    .at(-1)!
    .replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  const data = `data:font/ttf;base64,${Buffer.from(source).toString('base64')}`
  return style.replace(new RegExp(String.raw`url\([^)]*${name}[^)]*\)`, 'g'), `url(${data})`)
}
