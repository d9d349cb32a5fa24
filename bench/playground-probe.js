// Runs in the page that bench/playground.ts measures.

const probe = { usable: undefined, monaco: undefined, typed: '', pressed: [] }
window.probe = probe

const waitForParts = () => {
  if (document.querySelector('.outcomes .bubble')) probe.usable ??= performance.now()
  if (document.querySelector('.monaco-editor .view-line')) probe.monaco ??= performance.now()
  if (probe.monaco === undefined) requestAnimationFrame(waitForParts)
}
requestAnimationFrame(waitForParts)

const squiggle = () => document.querySelector('[class*=squiggly]')?.getAttribute('style')

/** What a frame posts is heard once the frame is painted. */
const painted = (tell) => {
  const { port1, port2 } = new MessageChannel()
  port2.onmessage = tell
  requestAnimationFrame(() => port1.postMessage(''))
}

const watch = ({ key, timeStamp }) => {
  if (key.length > 1) return
  probe.typed += key
  const before = squiggle()
  const look = () => {
    const bubbles = [...document.querySelectorAll('.outcomes .bubble')]
    const isDone =
      squiggle() !== before && bubbles.every((one) => one.textContent.startsWith(probe.typed))
    if (isDone) probe.pressed.push(performance.now() - timeStamp)
    else painted(look)
  }
  painted(look)
}

probe.watchKeys = () => addEventListener('keydown', watch, { capture: true })
