// Keeps all files of one build, and forgets those of the builds before.
const { version, files } = __KEPT__
const name = `codeword-${version}`

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(name).then((cache) => cache.addAll(files)))
  self.skipWaiting()
})

self.addEventListener('activate', (event) => {
  const isOld = (key) => key.startsWith('codeword-') && key !== name
  const forgotten = caches
    .keys()
    .then((keys) => Promise.all(keys.filter(isOld).map((key) => caches.delete(key))))
  event.waitUntil(forgotten.then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const kept = caches.match(event.request, { ignoreSearch: true, ignoreVary: true })
  event.respondWith(kept.then((answer) => answer ?? fetch(event.request)))
})
