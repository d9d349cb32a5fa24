import { style } from './explain/style.ts'
import { escapeHtml } from './markup.ts'

/**
 * One page that is complete in itself and asks nothing of the network, to be mailed around. It runs no script, and
 * forbids what it does not need, so that no text of a template can become more than text.
 *
 * @param title of the page, and of the window with what it is about
 * @param about HTML: which file, in the title
 * @param kind what kind of texts these are
 * @param body HTML
 */
export const page = (
  title: string,
  about: string,
  kind: string,
  body: string,
): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}: ${about}</title>
<style>${style}</style>
</head>
<body>
<header>
<p class="kind">${escapeHtml(kind)}</p>
<h1>${title}</h1>
${body}</body>
</html>
`
